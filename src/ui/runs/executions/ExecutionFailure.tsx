import "./ExecutionFailure.css";
import type { ComponentProps } from "react";

/** Why an execution or a step failed, or why it cannot be read. */
export const ExecutionFailure = (props: ComponentProps<"p">) => <p {...props} className="sw-execution-failure" />;
