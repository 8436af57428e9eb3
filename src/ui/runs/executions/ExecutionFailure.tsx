import "./ExecutionFailure.css";
import type { ComponentProps } from "react";

/** Why an execution or a step failed, or why it cannot be read. */
export function ExecutionFailure(props: ComponentProps<"p">) {
  return <p {...props} className="sw-execution-failure" />;
}
