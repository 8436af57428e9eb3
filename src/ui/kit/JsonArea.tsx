import "./JsonArea.css";
import Textarea, { type TextareaProps } from "@cloudscape-design/components/textarea";

/** JSON as plain text. */
export function JsonArea(props: TextareaProps) {
  return (
    <div className="sw-json">
      <Textarea {...props} spellcheck={false} disableBrowserAutocorrect />
    </div>
  );
}
