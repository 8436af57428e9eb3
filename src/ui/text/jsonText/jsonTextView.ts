/** CodeMirror for a JSON text with chips inside its strings, in a shadow root: the page's policy would block its styles elsewhere. */
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { json } from "@codemirror/lang-json";
import { bracketMatching, indentOnInput, indentUnit } from "@codemirror/language";
import { Annotation, Compartment, EditorState, Transaction } from "@codemirror/state";
import { drawSelection, EditorView, keymap } from "@codemirror/view";
import type { Value } from "../../../pipeline/definition/value";
import { sameTemplate, type Template } from "../../../pipeline/references/template";
import { codeTheme } from "../../kit/code/codeTheme";
import { typeOver } from "../../kit/code/typeOver";
import { allOf, beginWith, type ChipEvents, chipEvents, chipIn, templateIn } from "./chips";
import { chipTheme } from "./chipTheme";
import { endsInString } from "./jsonChecks";

export interface JsonTextEvents extends ChipEvents {
  /** The author changed the text. */
  readonly changed: (template: Template) => void;
  /** A brace was typed inside a string, where a chip can stand. */
  readonly asked: () => void;
  readonly entered: () => void;
}

export interface JsonTextView {
  readonly show: (template: Template) => void;
  /** Puts a chip where the caret is, in place of what is marked, or of the brace that asked for it. */
  readonly insert: (expression: Value) => void;
  readonly setReadOnly: (readOnly: boolean) => void;
  readonly focus: () => void;
  readonly close: () => void;
}

/** A change that the author did not make. */
const fromOutside = Annotation.define<true>();

const readOnlyView = [
  EditorState.readOnly.of(true),
  EditorView.editable.of(false),
  EditorView.editorAttributes.of({ class: "cm-read-only" }),
];

export function openJsonText(host: HTMLElement, template: Template, events: JsonTextEvents): JsonTextView {
  const root = host.shadowRoot ?? host.attachShadow({ mode: "open" });
  const readOnly = new Compartment();
  const entered = () => {
    events.entered();
    return true;
  };
  const { text, extension } = beginWith(template);
  const view = new EditorView({
    root,
    parent: root,
    state: EditorState.create({
      doc: text,
      extensions: [
        chipEvents.of(events),
        extension,
        history(),
        drawSelection(),
        indentOnInput(),
        indentUnit.of("  "),
        bracketMatching(),
        EditorView.lineWrapping,
        json(),
        typeOver,
        codeTheme,
        chipTheme,
        readOnly.of([]),
        keymap.of([
          { key: "Mod-Enter", run: entered },
          ...historyKeymap,
          ...defaultKeymap.filter(({ key }) => key !== "Escape"),
        ]),
        EditorView.inputHandler.of((target, from, _, typed, insert) => {
          if (typed !== "{" || !endsInString(target.state.sliceDoc(0, from))) return false;
          target.dispatch(insert());
          events.asked();
          return true;
        }),
        EditorView.contentAttributes.of({
          "aria-label": events.label,
          "aria-multiline": "true",
          role: "textbox",
          tabindex: "0",
        }),
        EditorView.updateListener.of(({ docChanged, state, transactions }) => {
          const isAuthors = transactions.some((one) => one.docChanged && one.annotation(fromOutside) !== true);
          if (docChanged && isAuthors) events.changed(templateIn(state));
        }),
      ],
    }),
  });
  return {
    show(next) {
      if (sameTemplate(next, templateIn(view.state))) return;
      view.dispatch({
        ...allOf(view.state, next),
        annotations: [fromOutside.of(true), Transaction.addToHistory.of(false)],
      });
    },
    insert(expression) {
      const { from, to } = view.state.selection.main;
      const start = from === to && view.state.sliceDoc(from - 1, from) === "{" ? from - 1 : from;
      view.dispatch(chipIn(start, to, expression));
      view.focus();
    },
    setReadOnly(held) {
      view.dispatch({
        effects: readOnly.reconfigure(held ? readOnlyView : []),
      });
    },
    focus: () => view.focus(),
    close: () => view.destroy(),
  };
}
