import "./StartHead.css";
import type { ComponentProps } from "react";

/** The heading of a part of the start page, and what stands beside it. */
export const StartHead = (props: ComponentProps<"div">) => <div {...props} className="sw-start-head" />;
