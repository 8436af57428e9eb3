import { type ClipboardEvent, type KeyboardEvent, useState } from "react";
import type { Value } from "../../../pipeline/definition/value";
import { printTemplate } from "../../../pipeline/references/templateText";

/** All of a template marked by Ctrl+A, chips included: what is typed or pasted takes its place, copying gives it as text. */
export function useWhole(value: Value | undefined, onReplace: (text: string) => void) {
  const [on, setOn] = useState(false);
  const onKey = (event: KeyboardEvent) => {
    const command = event.ctrlKey || event.metaKey;
    if (command && event.key.toLowerCase() === "a") {
      event.preventDefault();
      setOn(true);
      return;
    }
    if (!on || command || event.key === "Shift") return;
    setOn(false);
    const text =
      event.key === "Backspace" || event.key === "Delete" ? "" : [...event.key].length === 1 ? event.key : null;
    if (text === null) return;
    event.preventDefault();
    onReplace(text);
  };
  const onCopy = (event: ClipboardEvent) => {
    if (!on || value === undefined) return;
    event.preventDefault();
    event.clipboardData.setData("text/plain", printTemplate(value));
  };
  const onPaste = (event: ClipboardEvent) => {
    if (!on) return;
    event.preventDefault();
    setOn(false);
    onReplace(event.clipboardData.getData("text/plain"));
  };
  return { on, clear: () => setOn(false), onKey, onCopy, onPaste };
}
