import "./JsonArea.css";
import Textarea, { type TextareaProps } from "@cloudscape-design/components/textarea";

/** JSON as plain text. */
export const JsonArea = (props: TextareaProps) => (
  <div className="sw-json">
    <Textarea {...props} spellcheck={false} disableBrowserAutocorrect />
  </div>
);
