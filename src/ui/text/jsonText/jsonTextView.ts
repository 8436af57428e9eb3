/** The JSON editor with chips inside its strings. */
import { defaultKeymap, historyKeymap } from "@codemirror/commands";
import { EditorView } from "@codemirror/view";
import type { Value } from "../../../pipeline/definition/value";
import { sameTemplate, type Template } from "../../../pipeline/references/template";
import { openJsonEditor } from "../../kit/code/jsonEditor";
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

export function openJsonText(host: HTMLElement, template: Template, events: JsonTextEvents): JsonTextView {
  const entered = () => {
    events.entered();
    return true;
  };
  const { text, extension } = beginWith(template);
  const { view, show, setReadOnly, focus, close } = openJsonEditor(host, {
    text,
    label: events.label,
    keys: [
      { key: "Mod-Enter", run: entered },
      ...historyKeymap,
      ...defaultKeymap.filter(({ key }) => key !== "Escape"),
    ],
    extensions: [
      chipEvents.of(events),
      extension,
      EditorView.lineWrapping,
      chipTheme,
      EditorView.inputHandler.of((target, from, _, typed, insert) => {
        if (typed !== "{" || !endsInString(target.state.sliceDoc(0, from))) return false;
        target.dispatch(insert());
        events.asked();
        return true;
      }),
    ],
    changed: (state) => events.changed(templateIn(state)),
  });
  return {
    show(next) {
      if (sameTemplate(next, templateIn(view.state))) return;
      show(allOf(view.state, next), false);
    },
    insert(expression) {
      const { from, to } = view.state.selection.main;
      const start = from === to && view.state.sliceDoc(from - 1, from) === "{" ? from - 1 : from;
      view.dispatch(chipIn(start, to, expression));
      view.focus();
    },
    setReadOnly,
    focus,
    close,
  };
}
