import { useEffect } from "react";
import { type Copied, copySelection, cutSelection, layoutType, pasteText } from "../../editor/commands/clipboard";
import { hasDialog, hasMarkedText, isTextControl, originOf } from "../kit/focus";
import { useEditor } from "../kit/useWorkspace";

/** Copy, cut and paste of steps through the system's clipboard, by the browser's own events, so that no permission is asked. */
export function useClipboard(): void {
  const editor = useEditor();
  useEffect(() => {
    const isOurs = (event: ClipboardEvent) =>
      !event.defaultPrevented && !hasDialog() && !isTextControl(originOf(event)) && event.clipboardData !== null;
    const put = (event: ClipboardEvent, take: () => Copied | null) => {
      if (!isOurs(event) || hasMarkedText()) return;
      const copied = take();
      if (copied === null) return;
      event.preventDefault();
      event.clipboardData?.setData("text/plain", copied.text);
      event.clipboardData?.setData(layoutType, copied.layout);
    };
    const copy = (event: ClipboardEvent) => put(event, () => copySelection(editor));
    const cut = (event: ClipboardEvent) => put(event, () => cutSelection(editor));
    const paste = (event: ClipboardEvent) => {
      if (!isOurs(event)) return;
      const text = event.clipboardData?.getData("text/plain") ?? "";
      if (text.trim() === "") return;
      event.preventDefault();
      pasteText(editor, text, event.clipboardData?.getData(layoutType) ?? "");
    };
    document.addEventListener("copy", copy);
    document.addEventListener("cut", cut);
    document.addEventListener("paste", paste);
    return () => {
      document.removeEventListener("copy", copy);
      document.removeEventListener("cut", cut);
      document.removeEventListener("paste", paste);
    };
  }, [editor]);
}
