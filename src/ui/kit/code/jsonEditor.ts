/** CodeMirror for JSON, in a shadow root: the page's policy would block its style elements in the page itself. */
import { history } from "@codemirror/commands";
import { json } from "@codemirror/lang-json";
import { bracketMatching, indentOnInput, indentUnit } from "@codemirror/language";
import {
  Annotation,
  Compartment,
  EditorState,
  type Extension,
  Transaction,
  type TransactionSpec,
} from "@codemirror/state";
import { drawSelection, EditorView, type KeyBinding, keymap } from "@codemirror/view";
import { codeTheme } from "./codeTheme";
import { typeOver } from "./typeOver";

export interface JsonEditorOptions {
  readonly text: string;
  readonly label: string;
  readonly keys: readonly KeyBinding[];
  /** What it shows and does beyond the text itself. */
  readonly extensions: Extension;
  /** The author changed the text. */
  readonly changed: (state: EditorState) => void;
}

/** A change that the author did not make. */
const fromOutside = Annotation.define<true>();

const readOnlyView = [
  EditorState.readOnly.of(true),
  EditorView.editable.of(false),
  EditorView.editorAttributes.of({ class: "cm-read-only" }),
];

export function openJsonEditor(host: HTMLElement, { text, label, keys, extensions, changed }: JsonEditorOptions) {
  const root = host.shadowRoot ?? host.attachShadow({ mode: "open" });
  const readOnly = new Compartment();
  const attributes = { "aria-label": label, "aria-multiline": "true", role: "textbox", tabindex: "0" };
  const view = new EditorView({
    root,
    parent: root,
    state: EditorState.create({
      doc: text,
      extensions: [
        history(),
        drawSelection(),
        indentOnInput(),
        indentUnit.of("  "),
        bracketMatching(),
        json(),
        typeOver,
        codeTheme,
        extensions,
        readOnly.of([]),
        keymap.of(keys),
        EditorView.contentAttributes.of(attributes),
        EditorView.updateListener.of(({ docChanged, state, transactions }) => {
          const isAuthors = transactions.some((one) => one.docChanged && one.annotation(fromOutside) !== true);
          if (docChanged && isAuthors) changed(state);
        }),
      ],
    }),
  });
  return {
    view,
    /** Changes what is shown without a word to `changed`. */
    show(change: TransactionSpec, undoable: boolean) {
      view.dispatch({
        ...change,
        annotations: [fromOutside.of(true), Transaction.addToHistory.of(undoable)],
      });
    },
    setReadOnly(held: boolean) {
      view.dispatch({ effects: readOnly.reconfigure(held ? readOnlyView : []) });
    },
    focus: () => view.focus(),
    close: () => view.destroy(),
  };
}
