import "./OutputList.css";
import type { ComponentProps } from "react";

/** Outputs one below the other. */
export const OutputList = (props: ComponentProps<"ul">) => <ul {...props} className="sw-outputs" />;

export const OutputItem = (props: ComponentProps<"li">) => <li {...props} className="sw-output" />;
