import "./FindBar.css";
import { useCallback, useDeferredValue, useEffect, useState } from "react";
import type { Command } from "../../../editor/commands/command";
import { endFind, findNext, findPrevious } from "../../../editor/commands/view/find";
import { spotsCalledInParts } from "../../../editor/commands/view/spotsCalled";
import { hasDialog, isPanel, isTextControl, originOf } from "../../kit/focus";
import { chordInWords } from "../../kit/keyWords";
import { useInSlices } from "../../kit/useInSlices";
import { useEditor, useEditorState } from "../../kit/useWorkspace";
import { nothingFound } from "../canvasStore";
import { useKit } from "../kit";

/** What was looked for, which of how many is shown, and the way to the others; as long as it is there, the canvas marks them all. */
export default function FindBar() {
  const { run, canvas } = useKit();
  const editor = useEditor();
  const { wanted, at } = useEditorState(({ search }) => search) ?? { wanted: "", at: 0 };
  const definition = useDeferredValue(useEditorState(({ document }) => document.definition));
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is found depends on the definition alone
  const look = useCallback(() => spotsCalledInParts(editor.store.getState(), wanted), [editor, wanted, definition]);
  const found = useInSlices(look);
  const [last, setLast] = useState(found);
  if (found !== null && found !== last) setLast(found);
  const spots = found ?? last;
  const now = spots?.[at];
  useEffect(() => {
    if (spots !== null)
      canvas.setState({ found: { steps: new Set(spots.map(({ step }) => step)), now: now?.step ?? null } });
  }, [canvas, spots, now]);
  useEffect(() => () => canvas.setState({ found: nothingFound }), [canvas]);
  // On the canvas Escape is a command's. In the form, where going on puts the caret, it ends this as well as what it is there.
  useEffect(() => {
    const keydown = (event: KeyboardEvent) => {
      const from = originOf(event);
      if (event.key === "Escape" && !hasDialog() && (isTextControl(from) || isPanel(from))) void run(endFind);
    };
    window.addEventListener("keydown", keydown, true);
    return () => window.removeEventListener("keydown", keydown, true);
  }, [run]);
  const button = (command: Command, name: string, chord: string, path: string) => {
    const title = `${name} (${chordInWords(chord)})`;
    return (
      <button type="button" aria-label={name} title={title} onClick={() => void run(command)}>
        <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
          <path d={path} />
        </svg>
      </button>
    );
  };
  return (
    <div className="sw-find-bar" role="toolbar" aria-label="What was found">
      <span className="sw-find-wanted" title={now?.label}>
        “{wanted}”
      </span>
      <span className="sw-find-count">
        {spots === null ? "…" : now === undefined ? "nothing" : `${at + 1} of ${spots.length}`}
      </span>
      {button(findPrevious, "Find the previous one", "shift+f3", "M3.5 10.5l4.5-5 4.5 5")}
      {button(findNext, "Find the next one", "f3", "M3.5 5.5l4.5 5 4.5-5")}
      {button(endFind, "Unmark what was found", "escape", "M4 4l8 8M12 4l-8 8")}
    </div>
  );
}
