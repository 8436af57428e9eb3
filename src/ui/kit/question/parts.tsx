import "./parts.css";
import type { ComponentProps } from "react";

/** What is typed to find or to answer. */
export function QuestionBox({ mono = false, ...props }: ComponentProps<"input"> & { readonly mono?: boolean }) {
  // biome-ignore lint/a11y/noAutofocus: the question was just asked
  return <input autoFocus {...props} className={mono ? "sw-question-box is-mono" : "sw-question-box"} />;
}

export const QuestionNote = (props: ComponentProps<"p">) => <p {...props} className="sw-question-note" />;
