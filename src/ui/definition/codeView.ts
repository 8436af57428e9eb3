/** The JSON editor, set up for a definition. */
import { defaultKeymap, historyKeymap } from "@codemirror/commands";
import { codeFolding, foldGutter, foldKeymap } from "@codemirror/language";
import { lintGutter, setDiagnostics } from "@codemirror/lint";
import { highlightSelectionMatches, search, searchKeymap } from "@codemirror/search";
import type { EditorState } from "@codemirror/state";
import { EditorView, highlightActiveLine, highlightActiveLineGutter, lineNumbers } from "@codemirror/view";
import type { Refusal } from "../../pipeline/definition/parse";
import { smallestChange } from "../../pipeline/definition/smallestChange";
import { openJsonEditor } from "../kit/code/jsonEditor";
import type { Range } from "./rangeOf";
import { highlightStep, stepHighlight } from "./stepHighlight";
import type { TextOnScreen } from "./visitText";

export interface CodeView extends TextOnScreen {
  /** Marks where the text is refused. */
  mark(refusal: Refusal | null): void;
  setReadOnly(readOnly: boolean): void;
  /** Highlights lines; `scroll` brings the first into view. */
  highlight(range: Range | null, scroll: boolean): void;
  hasFocus(): boolean;
  focus(): void;
  /** Puts the cursor at a place of the text, counted from 1. */
  goTo(line: number, column: number): void;
  close(): void;
}

export interface CodeViewEvents {
  /** The author changed the text. */
  readonly changed: () => void;
  /** Escape; false where it means nothing here. */
  readonly escaped: () => boolean;
}

export function openCodeView(host: HTMLElement, text: string, { changed, escaped }: CodeViewEvents): CodeView {
  const { view, show, setReadOnly, focus, close } = openJsonEditor(host, {
    text,
    label: "Definition",
    keys: [...searchKeymap, ...historyKeymap, ...foldKeymap, ...defaultKeymap, { key: "Escape", run: escaped }],
    extensions: [
      lineNumbers(),
      foldGutter({ openText: "▾", closedText: "▸" }),
      lintGutter(),
      codeFolding(),
      highlightActiveLine(),
      highlightActiveLineGutter(),
      highlightSelectionMatches({ minSelectionLength: 3 }),
      search({ top: true }),
      stepHighlight,
    ],
    changed,
  });

  return {
    read: () => view.state.doc.toString(),
    length: () => view.state.doc.length,
    replace(next, undoable) {
      const change = smallestChange(view.state.doc.toString(), next);
      if (change === null) return;
      const snapshot = view.scrollSnapshot();
      show({ changes: change, effects: snapshot.map(view.state.changes(change)) ?? [] }, undoable);
    },
    mark(refusal) {
      const at = refusal === null ? null : offsetOf(view.state, refusal.line, refusal.column);
      const diagnostics =
        refusal === null || at === null
          ? []
          : [
              {
                from: at,
                to: Math.min(at + 1, view.state.doc.length),
                severity: "error" as const,
                message: refusal.message,
              },
            ];
      view.dispatch(setDiagnostics(view.state, diagnostics));
    },
    setReadOnly,
    highlight(range, scroll) {
      const shown = range === null ? [] : [EditorView.scrollIntoView(range.from, { y: "start", yMargin: 20 })];
      view.dispatch({ effects: [highlightStep.of(range), ...(scroll ? shown : [])] });
    },
    hasFocus: () => view.hasFocus,
    focus,
    goTo(line, column) {
      view.dispatch({ selection: { anchor: offsetOf(view.state, line, column) }, scrollIntoView: true });
      view.focus();
    },
    close,
  };
}

function offsetOf({ doc }: EditorState, line: number, column: number): number {
  const { from, to } = doc.line(Math.min(Math.max(line, 1), doc.lines));
  return Math.min(from + column - 1, to);
}
