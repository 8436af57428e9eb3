import "./ElementButtons.css";
import type { ComponentProps } from "react";

/** What can be done with one element of a list. */
export const ElementButtons = (props: ComponentProps<"span">) => <span {...props} className="sw-element-buttons" />;
