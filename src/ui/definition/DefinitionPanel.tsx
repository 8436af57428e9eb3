import "./DefinitionPanel.css";
import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import { createStore } from "zustand/vanilla";
import { copyJson, downloadJson } from "../../editor/commands/pipeline/exports";
import type { Editor } from "../../editor/session/createEditor";
import { selectedStep } from "../../editor/session/selectors";
import { stepsByKey } from "../../pipeline/graph/stepTree";
import { PlainButton } from "../kit/PlainButton";
import { useRun } from "../kit/useCommands";
import { useEditor, useEditorState } from "../kit/useWorkspace";
import { type CodeView, openCodeView } from "./codeView";
import { rangeOf } from "./rangeOf";
import { type Soon, textOfDocument, type Visit, type VisitState, visitText } from "./visitText";

interface Open {
  readonly view: CodeView;
  readonly visit: Visit;
}

/** The definition as text, live both ways. */
export function DefinitionPanel() {
  const editor = useEditor();
  const host = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState<Open | null>(null);
  useEffect(() => {
    if (host.current === null) return;
    const opened = openDefinition(editor, host.current);
    setOpen(opened);
    return () => {
      opened.visit.close();
      opened.view.close();
    };
  }, [editor]);
  return (
    <>
      <DefinitionBar open={open} />
      <div ref={host} className="sw-definition" />
    </>
  );
}

function openDefinition(editor: Editor, host: HTMLElement): Open {
  const view = openCodeView(host, editor.store.getState().draft?.text ?? textOfDocument(editor), {
    changed: () => visit.changed(),
    escaped: () => visit.restore(),
  });
  const screen = {
    read: view.read,
    length: view.length,
    replace(text: string, undoable: boolean) {
      view.replace(text, undoable);
      followSelection(true);
    },
  };
  const visit = visitText(editor, screen, soon);
  const leave = () => visit.leave();
  // Focus that moves within the shadow root (to the search field) does not come out of it.
  host.addEventListener("focusout", leave);
  const stopMarking = visit.state.subscribe(({ refusal }, before) => {
    if (refusal !== before.refusal) view.mark(refusal);
  });
  const followSelection = (scroll: boolean) => {
    const { document, selection } = editor.store.getState();
    const entry = stepsByKey(document.definition).get(selectedStep({ selection }) ?? "");
    if (!visit.isCurrent()) return;
    view.highlight(entry === undefined ? null : rangeOf(view.read(), entry.path), scroll && !view.hasFocus());
  };
  const stopFollowing = editor.store.subscribe(({ selection, readOnly }, before) => {
    if (selection !== before.selection) followSelection(true);
    if (readOnly !== before.readOnly) view.setReadOnly(readOnly);
  });
  view.mark(visit.state.getState().refusal);
  view.setReadOnly(editor.store.getState().readOnly);
  followSelection(true);
  const close = () => {
    host.removeEventListener("focusout", leave);
    stopMarking();
    stopFollowing();
    visit.close();
  };
  return { view, visit: { ...visit, close } };
}

const long = 100_000;
const pauseInTyping = 200;

/** A short text is read at the next frame; a long one when the typing pauses. */
const soon: Soon = (run, length) => {
  if (length < long) {
    const frame = requestAnimationFrame(run);
    return () => cancelAnimationFrame(frame);
  }
  const timer = setTimeout(run, pauseInTyping);
  return () => clearTimeout(timer);
};

const noVisit = createStore<VisitState>(() => ({ refusal: null, visiting: false, behind: false }));

function DefinitionBar({ open }: { readonly open: Open | null }) {
  const run = useRun();
  const readOnly = useEditorState((state) => state.readOnly);
  const store = open?.visit.state ?? noVisit;
  const { refusal, visiting, behind } = useSyncExternalStore(store.subscribe, store.getState);
  return (
    <div className="sw-definition-bar">
      <span className="sw-definition-said" role="status">
        {refusal !== null ? (
          <span className="sw-definition-refusal">
            <PlainButton look="link" className="sw-mono" onClick={() => open?.view.goTo(refusal.line, refusal.column)}>
              {refusal.line}:{refusal.column}
            </PlainButton>{" "}
            {refusal.message} The canvas keeps the last good definition, and your text is kept as a draft.
          </span>
        ) : behind ? (
          "The pipeline has changed since you began this draft."
        ) : readOnly ? (
          "Another tab edits this document; here it can be read."
        ) : visiting ? (
          "The canvas follows as you type. Escape takes it back; leaving keeps it, as one step of undo."
        ) : (
          "What SageMaker gets. Type in it, and the canvas follows."
        )}
      </span>
      {behind && refusal === null && (
        <PlainButton look="text" onClick={() => open?.visit.putOver()}>
          Put the draft in its place
        </PlainButton>
      )}
      {(refusal !== null || visiting || behind) && (
        <PlainButton look="text" onMouseDown={(event) => event.preventDefault()} onClick={() => open?.visit.restore()}>
          Restore
        </PlainButton>
      )}
      <PlainButton look="text" onClick={() => void run(copyJson)}>
        Copy
      </PlainButton>
      <PlainButton look="text" onClick={() => run(downloadJson)}>
        Download
      </PlainButton>
    </div>
  );
}
