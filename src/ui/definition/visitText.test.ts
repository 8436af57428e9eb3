import { beforeEach, describe, expect, it } from "vitest";
import { createEditor, type Editor } from "../../editor/session/createEditor";
import { getIn } from "../../pipeline/definition/value";
import { setField } from "../../pipeline/edits/fields";
import { documentOf } from "../../testing/load";
import { textOfDocument, type Visit, visitText } from "./visitText";

let editor: Editor;
let visit: Visit;
let text: string;
let frames: (() => void)[];
beforeEach(() => {
  editor = createEditor(documentOf([{ Name: "Prep", Type: "Lambda", Arguments: { prefix: "churn" } }]));
  text = textOfDocument(editor);
  open();
});

function open(): void {
  frames = [];
  const screen = {
    read: () => text,
    length: () => text.length,
    replace: (next: string) => {
      text = next;
    },
  };
  visit = visitText(editor, screen, (run) => {
    frames.push(run);
    return () => {
      frames = frames.filter((one) => one !== run);
    };
  });
}

const frame = () => {
  for (const run of frames.splice(0)) run();
};
/** Types another text in place of one, as an author does, and waits for the next frame. */
function type(before: string, after: string): void {
  text = text.replace(before, after);
  visit.changed();
  frame();
}
const prefix = () => getIn(editor.store.getState().document.definition, ["Steps", 0, "Arguments", "prefix"]);
const entries = () => editor.store.getState().history.past.map(({ label }) => label);

describe("typing in the Definition panel", () => {
  it("changes the document at once, as one step of undo for the whole visit", () => {
    type("churn", "churns");
    expect(prefix()).toBe("churns");
    type("churns", "retention");
    expect([prefix(), entries()]).toEqual(["retention", []]);
    visit.leave();
    expect(entries()).toEqual(["Edit the definition"]);
    editor.undo();
    expect(prefix()).toBe("churn");
    editor.redo();
    expect(prefix()).toBe("retention");
  });

  it("keeps the last good definition while the text does not parse, and says where", () => {
    type('"churn"', '"good"');
    type('"good"', '"good');
    expect(prefix()).toBe("good");
    expect(visit.state.getState().refusal).toMatchObject({ code: "not-json", line: 10 });
    type('"good', '"better"');
    expect([prefix(), visit.state.getState().refusal]).toEqual(["better", null]);
  });

  it("refuses a text that is JSON and no definition", () => {
    type('"Steps"', '"Stepps"');
    expect(visit.state.getState().refusal?.message).toContain("list of Steps");
    expect(prefix()).toBe("churn");
  });

  it("is taken back by Escape, document and text", () => {
    const before = text;
    type("churn", "x");
    type('"x"', '"x');
    expect(visit.restore()).toBe(true);
    frame();
    expect([prefix(), text, visit.state.getState().refusal, entries()]).toEqual(["churn", before, null, []]);
    expect(visit.restore()).toBe(false);
  });

  it("commits what was typed last when it is left before the next frame", () => {
    text = text.replace("churn", "last");
    visit.changed();
    visit.leave();
    expect([prefix(), entries()]).toEqual(["last", ["Edit the definition"]]);
  });

  it("puts the text in order when it is left", () => {
    type('{\n  "Version"', '{"Version"');
    type("churn", "x");
    visit.leave();
    expect(text).toBe(textOfDocument(editor));
  });

  it("keeps a text that does not parse when it is left, for its author to mend", () => {
    type('"churn"', '"churn');
    visit.leave();
    expect(text).toContain('"churn\n');
    expect(visit.state.getState().refusal).not.toBeNull();
    type('"churn', '"mended"');
    visit.leave();
    expect([prefix(), entries()]).toEqual(["mended", ["Edit the definition"]]);
  });

  it("keeps it while the panel is closed, and goes on with it", () => {
    type('"churn"', '"churn');
    visit.close();
    const draft = editor.store.getState().draft;
    expect(draft?.text).toBe(text);
    open();
    expect(visit.state.getState()).toMatchObject({ refusal: { code: "not-json" }, behind: false });
    type('"churn', '"mended"');
    visit.leave();
    expect([prefix(), entries(), editor.store.getState().draft]).toEqual(["mended", ["Edit the definition"], null]);
  });

  it("makes no entry when nothing changed in the end", () => {
    type("churn", "x");
    type('"x"', '"churn"');
    visit.leave();
    expect(entries()).toEqual([]);
  });
});

describe("a change elsewhere", () => {
  it("shows in the text", () => {
    editor.edit("Change", setField("Prep", ["Arguments", "prefix"], "canvas"));
    frame();
    expect(text).toContain('"canvas"');
    editor.undo();
    frame();
    expect(text).toContain('"churn"');
  });

  it("leaves a text that does not parse as it is; mended, it takes the pipeline's place when it is told to", () => {
    type('"churn"', '"draft');
    visit.leave();
    editor.edit("Change", setField("Prep", ["Arguments", "prefix"], "canvas"));
    frame();
    expect(text).toContain('"draft');
    expect(visit.state.getState()).toMatchObject({ behind: true });
    type('"draft', '"draft"');
    expect(visit.state.getState()).toMatchObject({ behind: true, refusal: null });
    expect(prefix()).toBe("canvas");
    visit.putOver();
    expect([prefix(), entries()]).toEqual(["draft", ["Change", "Edit the definition"]]);
    expect(editor.store.getState().draft).toBeNull();
    expect(visit.isCurrent()).toBe(true);
  });

  it("that is undone leaves a mended draft as it is, and takes it for no part of the pipeline", () => {
    type('"churn"', '"draft');
    visit.leave();
    editor.edit("Change", setField("Prep", ["Arguments", "prefix"], "canvas"));
    frame();
    type('"draft', '"draft"');
    editor.undo();
    frame();
    expect(prefix()).toBe("churn");
    expect(text).toContain('"draft"');
    expect(visit.state.getState()).toMatchObject({ behind: true, refusal: null });
    expect(visit.isCurrent()).toBe(false);
    visit.close();
    open();
    expect(visit.state.getState()).toMatchObject({ behind: true, refusal: null });
    visit.putOver();
    expect(prefix()).toBe("draft");
  });

  it("shows in place of a draft that is given up", () => {
    type('"churn"', '"draft');
    visit.leave();
    editor.edit("Change", setField("Prep", ["Arguments", "prefix"], "canvas"));
    frame();
    expect(visit.restore()).toBe(true);
    expect(text).toBe(textOfDocument(editor));
    expect(editor.store.getState().draft).toBeNull();
  });

  it("is not heard any more once the panel is closed", () => {
    visit.close();
    const before = text;
    editor.edit("Change", setField("Prep", ["Arguments", "prefix"], "canvas"));
    frame();
    expect(text).toBe(before);
  });
});
