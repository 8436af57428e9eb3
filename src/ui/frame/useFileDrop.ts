import { useCallback, useEffect, useState } from "react";
import { listen } from "../kit/listen";
import { usePage } from "../kit/pageContext";
import { type Dropped, droppedFiles } from "./droppedFiles";

/** Opens a file or a folder that is dropped anywhere as a new document. True while one is held over the page. */
export function useOpeningDrop(): boolean {
  const { documents } = usePage();
  return useFileDrop(
    useCallback(
      async (dropped) => {
        const refusal = await ("file" in dropped
          ? documents.openFile(dropped.file)
          : documents.openFolder(dropped.name, dropped.files));
        if (refusal !== null) documents.say(refusal);
      },
      [documents],
    ),
  );
}

/** Takes what is dropped anywhere; the same function each time. True while something is held over the page. */
export function useFileDrop(take: (dropped: Dropped) => void): boolean {
  const [held, setHeld] = useState(false);
  useEffect(() => {
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes("Files") === true;
    const dragover = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      // Some part of the page takes files itself.
      if (event.defaultPrevented) return setHeld(false);
      event.preventDefault();
      setHeld(true);
    };
    const dragleave = (event: DragEvent) => {
      if (event.relatedTarget === null) setHeld(false);
    };
    const drop = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      setHeld(false);
      if (event.defaultPrevented) return;
      event.preventDefault();
      if (event.dataTransfer !== null) void open(event.dataTransfer);
    };
    const open = async (transfer: DataTransfer) => {
      const dropped = await droppedFiles(transfer);
      if (dropped !== null) take(dropped);
    };
    return listen(window, { dragover, dragleave, drop });
  }, [take]);
  return held;
}
