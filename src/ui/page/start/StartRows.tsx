import "./StartRows.css";
import type { ComponentProps } from "react";

/** A framed list of the start page. */
export const StartRows = (props: ComponentProps<"ul">) => <ul {...props} className="sw-start-rows" />;
