import { useEffect } from "react";
import { perform } from "../../editor/commands/perform";
import { layoutType } from "../../editor/commands/steps/clipping";
import { copy, cut } from "../../editor/commands/steps/copy";
import { paste } from "../../editor/commands/steps/paste";
import type { ClipboardPort } from "../../editor/session/pagePort";
import { hasDialog, hasMarkedText, isTextControl, originOf } from "../kit/focus";
import { listen } from "../kit/listen";
import { useWorkspace } from "../kit/useWorkspace";

/** Copy, cut and paste of steps through the system's clipboard, by the browser's own events, so that no permission is asked. */
export function useClipboard(): void {
  const workspace = useWorkspace();
  useEffect(() => {
    const isOurs = (event: ClipboardEvent) =>
      !event.defaultPrevented && !hasDialog() && !isTextControl(originOf(event));
    const put = (event: ClipboardEvent, command: typeof copy) => {
      const nothing = workspace.editor.store.getState().selection.steps.length === 0;
      const clipboard = clipboardOf(event);
      if (clipboard === null || nothing || !isOurs(event) || hasMarkedText()) return;
      event.preventDefault();
      void perform({ ...workspace, page: { ...workspace.page, clipboard } }, command, undefined);
    };
    const onPaste = (event: ClipboardEvent) => {
      const clipboard = clipboardOf(event);
      if (clipboard === null || !isOurs(event) || event.clipboardData?.getData("text/plain").trim() === "") return;
      event.preventDefault();
      void perform({ ...workspace, page: { ...workspace.page, clipboard } }, paste, undefined);
    };
    return listen(document, { copy: (event) => put(event, copy), cut: (event) => put(event, cut), paste: onPaste });
  }, [workspace]);
}

/** The clipboard of one event: it must be used before the event is over. */
function clipboardOf({ clipboardData }: ClipboardEvent): ClipboardPort | null {
  if (clipboardData === null) return null;
  return {
    write: ({ text, layout }) => {
      clipboardData.setData("text/plain", text);
      clipboardData.setData(layoutType, layout);
      return true;
    },
    read: () => ({ text: clipboardData.getData("text/plain"), layout: clipboardData.getData(layoutType) }),
  };
}
