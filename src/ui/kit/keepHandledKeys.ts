import { isTextControl, originOf } from "./focus";

/**
 * A window of VS Code hands every key that reaches it on to VS Code, handled here or not: Ctrl+K would open the palette here, and have VS Code wait
 * for a second key. What was handled here ends at the document, and so do the keys that a text control has for itself.
 */
export function keepHandledKeys(): () => void {
  const keydown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || (isTextControl(originOf(event)) && isOfTexts(event))) event.stopPropagation();
  };
  // Put behind all that listens at the document, each time: they have their say first.
  const goLast = () => {
    document.removeEventListener("keydown", keydown);
    document.addEventListener("keydown", keydown);
  };
  window.addEventListener("keydown", goLast, true);
  return () => {
    window.removeEventListener("keydown", goLast, true);
    document.removeEventListener("keydown", keydown);
  };
}

/** Undo and redo, which VS Code would take for the file's. */
function isOfTexts({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  return (ctrlKey || metaKey) && !altKey && /^[zy]$/i.test(key);
}
