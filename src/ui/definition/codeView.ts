/** CodeMirror, set up for a definition, in a shadow root: the page's policy would block its style elements in the page itself. */
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { json } from "@codemirror/lang-json";
import { bracketMatching, codeFolding, foldGutter, foldKeymap, indentOnInput, indentUnit } from "@codemirror/language";
import { lintGutter, setDiagnostics } from "@codemirror/lint";
import { highlightSelectionMatches, search, searchKeymap } from "@codemirror/search";
import { Annotation, Compartment, EditorState, Transaction } from "@codemirror/state";
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
} from "@codemirror/view";
import type { Refusal } from "../../pipeline/definition/parse";
import { codeTheme } from "../kit/code/codeTheme";
import { typeOver } from "../kit/code/typeOver";
import type { Range } from "./rangeOf";
import { smallestChange } from "./smallestChange";
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

/** A change that the author did not make. */
const fromOutside = Annotation.define<true>();

export function openCodeView(host: HTMLElement, text: string, { changed, escaped }: CodeViewEvents): CodeView {
  const root = host.shadowRoot ?? host.attachShadow({ mode: "open" });
  const readOnly = new Compartment();
  const view = new EditorView({
    root,
    parent: root,
    state: EditorState.create({
      doc: text,
      extensions: [
        lineNumbers(),
        foldGutter({ openText: "▾", closedText: "▸" }),
        lintGutter(),
        codeFolding(),
        history(),
        drawSelection(),
        indentOnInput(),
        indentUnit.of("  "),
        bracketMatching(),
        highlightActiveLine(),
        highlightActiveLineGutter(),
        highlightSelectionMatches({ minSelectionLength: 3 }),
        search({ top: true }),
        json(),
        stepHighlight,
        typeOver,
        codeTheme,
        readOnly.of([]),
        keymap.of([
          ...searchKeymap,
          ...historyKeymap,
          ...foldKeymap,
          ...defaultKeymap,
          { key: "Escape", run: escaped },
        ]),
        EditorView.contentAttributes.of({ "aria-label": "Definition", "aria-multiline": "true", tabindex: "0" }),
        EditorView.updateListener.of(({ docChanged, transactions }) => {
          if (docChanged && transactions.some((one) => one.docChanged && one.annotation(fromOutside) !== true))
            changed();
        }),
      ],
    }),
  });

  return {
    read: () => view.state.doc.toString(),
    length: () => view.state.doc.length,
    replace(next, undoable) {
      const change = smallestChange(view.state.doc.toString(), next);
      if (change === null) return;
      const snapshot = view.scrollSnapshot();
      view.dispatch({
        changes: change,
        effects: snapshot.map(view.state.changes(change)) ?? [],
        annotations: [fromOutside.of(true), Transaction.addToHistory.of(undoable)],
      });
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
    setReadOnly(held) {
      view.dispatch({
        effects: readOnly.reconfigure(held ? [EditorState.readOnly.of(true), EditorView.editable.of(false)] : []),
      });
    },
    highlight(range, scroll) {
      const shown = range === null ? [] : [EditorView.scrollIntoView(range.from, { y: "start", yMargin: 20 })];
      view.dispatch({ effects: [highlightStep.of(range), ...(scroll ? shown : [])] });
    },
    hasFocus: () => view.hasFocus,
    focus: () => view.focus(),
    goTo(line, column) {
      view.dispatch({ selection: { anchor: offsetOf(view.state, line, column) }, scrollIntoView: true });
      view.focus();
    },
    close: () => view.destroy(),
  };
}

function offsetOf({ doc }: EditorState, line: number, column: number): number {
  const { from, to } = doc.line(Math.min(Math.max(line, 1), doc.lines));
  return Math.min(from + column - 1, to);
}
