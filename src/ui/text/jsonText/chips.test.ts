import { history, redo, undo } from "@codemirror/commands";
import { EditorState, type TransactionSpec } from "@codemirror/state";
import { describe, expect, it } from "vitest";
import type { Value } from "../../../pipeline/definition/value";
import type { Template } from "../../../pipeline/references/template";
import fc from "../../../testing/properties";
import { allOf, beginWith, chipIn, chipsOf, templateIn } from "./chips";

const a: Value = { Get: "Parameters.A" };
const b: Value = { Get: "Parameters.B" };

function open(template: Template) {
  const { text, extension } = beginWith(template);
  let state = EditorState.create({ doc: text, extensions: [extension, history({ newGroupDelay: 0 })] });
  const dispatch = (spec: TransactionSpec) => {
    state = state.update(spec).state;
  };
  const command = (run: typeof undo) => run({ state, dispatch: (transaction) => (state = transaction.state) });
  return {
    dispatch,
    undo: () => command(undo),
    redo: () => command(redo),
    now: () => templateIn(state),
    at: () => state,
  };
}

const template = { texts: ['{"x": "', '", "y": "', '"}'], expressions: [a, b] };

describe("chips in a JSON text", () => {
  it("are read as they were written, wherever text is typed", () => {
    const view = open(template);
    expect(view.now()).toEqual(template);
    view.dispatch({ changes: { from: 0, insert: " " } });
    view.dispatch({ changes: { from: 9, insert: "-" } });
    expect(view.now()).toEqual({ texts: [' {"x": "', '-", "y": "', '"}'], expressions: [a, b] });
  });

  it("go with their character, come back by undo, and go and come again", () => {
    const view = open(template);
    const [first] = chipsOf(view.at());
    view.dispatch({ changes: { from: first?.from ?? 0, to: (first?.from ?? 0) + 1 }, userEvent: "delete" });
    const without = { texts: ['{"x": "", "y": "', '"}'], expressions: [b] };
    expect(view.now()).toEqual(without);
    view.undo();
    expect(view.now()).toEqual(template);
    view.redo();
    expect(view.now()).toEqual(without);
    view.undo();
    expect(view.now()).toEqual(template);
  });

  it("that are put in go by undo, and come by redo with the text typed around them", () => {
    const start = { texts: ['{"x": "{"}'], expressions: [] };
    const view = open(start);
    view.dispatch({ ...chipIn(7, 8, a), userEvent: "input" });
    view.dispatch({ changes: { from: 8, insert: "-x" }, userEvent: "input.type" });
    const typed = { texts: ['{"x": "', '-x"}'], expressions: [a] };
    expect(view.now()).toEqual(typed);
    for (let back = 0; back < 3; back += 1) view.undo();
    expect(view.now()).toEqual(start);
    for (let forth = 0; forth < 3; forth += 1) view.redo();
    expect(view.now()).toEqual(typed);
  });

  it("are not what a pasted character pretends", () => {
    const view = open({ texts: [""], expressions: [] });
    view.dispatch({ changes: { from: 0, insert: '\uFFFC {Parameters.A} 😀 "' } });
    expect(view.now()).toEqual({ texts: ['\uFFFC {Parameters.A} 😀 "'], expressions: [] });
  });

  it("are all replaced by another text's", () => {
    const text = fc.string({ unit: "grapheme", maxLength: 12 }).map((one) => one.replaceAll("\r", ""));
    const any = fc
      .tuple(fc.array(fc.constantFrom(a, b), { maxLength: 4 }), fc.array(text, { minLength: 5, maxLength: 5 }))
      .map(([expressions, texts]): Template => ({ expressions, texts: texts.slice(0, expressions.length + 1) }));
    fc.assert(
      fc.property(any, any, (before, after) => {
        const view = open(before);
        expect(view.now()).toEqual(before);
        view.dispatch(allOf(view.at(), after));
        expect(view.now()).toEqual(after);
      }),
    );
  });
});
