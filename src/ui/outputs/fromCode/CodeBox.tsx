import "./CodeBox.css";
import type { ComponentProps } from "react";

interface Props extends Omit<ComponentProps<"div">, "className"> {
  /** True while a file is held over it. */
  readonly over?: boolean;
}

/** A function's code, and what is said about it. */
export function CodeBox({ over = false, ...props }: Props) {
  return <div {...props} className="sw-from-code-panel" data-over={over ? "" : undefined} />;
}
