/** The page's own session at one end, the extension at the other, and VS Code's text between them. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { connectHost } from "../client/connectHost";
import { holderOf } from "../editor/files/fileHolder";
import { openFile } from "../editor/files/openFile";
import { openEditor } from "../editor/session/openEditor";
import { parseDefinition } from "../pipeline/definition/parse";
import { sameValue } from "../pipeline/definition/value";
import { addStep } from "../pipeline/edits/addStep";

import { setField } from "../pipeline/edits/fields";
import { moveSteps } from "../pipeline/edits/moveSteps";
import { removeSteps } from "../pipeline/edits/removeSteps";
import { renameStep } from "../pipeline/edits/renameStep";
import { listSteps } from "../pipeline/graph/stepTree";
import { openNowhere } from "../storage/openNowhere";
import { type FakeDocument, FakeVsCode } from "../testing/fakeVsCode";
import { tries } from "../testing/fullTier";
import { activateStepwire } from "./activateStepwire";

const fail = (name: string) => `{"Name": "${name}", "Type": "Fail", "Arguments": {"ErrorMessage": "none"}}`;
const original = `{
    "Version": "2020-12-01",
    "Steps": [
        ${["A", "B", "C", "D"].map(fail).join(",\n        ")}
    ]
}
`;
const path = "/work/churn.pipeline.json";

let code: FakeVsCode;
let open: { close(): void }[];
beforeEach(() => {
  code = new FakeVsCode();
  code.files.set("/extension/page/index.html", "<head></head>");
  activateStepwire(code.api, code.context as never);
  open = [];
});
afterEach(() => {
  for (const each of open) each.close();
  for (const each of code.context.subscriptions) each.dispose();
});

async function openBoth(document = code.open(path, original)) {
  const panel = await code.edit(document);
  const host = await connectHost(panel.port);
  const library = openNowhere();
  const surroundings = {
    later: (run: () => void, milliseconds: number) => {
      const timer = setTimeout(run, milliseconds);
      return () => clearTimeout(timer);
    },
    isHidden: () => false,
    onAttention: () => () => {},
  };
  const place = { client: host.client, folder: "", path: host.opening.path, holder: holderOf(host) };
  const opening = await openFile(library, place, surroundings);
  if (typeof opening === "string") throw new Error(opening);
  const { editor, storage, close } = await openEditor(library, opening.id, opening.fresh);
  const file = opening.file(editor, storage);
  open.push({ close: file.close }, { close }, { close: () => panel.dispose() });
  const present = () => editor.store.getState();
  return {
    document,
    panel,
    editor,
    file,
    say: (step: string, message: string) => editor.edit("Say", setField(step, ["Arguments", "ErrorMessage"], message)),
    move: (x: number) => editor.edit("Move", moveSteps(new Map([["A", { x, y: 1 }]]))),
    /** Waits until both ends have said what they had to say. */
    settled: () =>
      expect
        .poll(() => file.store.getState().state === "saved" && agree(document, present().document.definition))
        .toBe(true),
    placeOfA: () => present().document.layout.get("A"),
  };
}

function agree(document: FakeDocument, definition: unknown): boolean {
  const parsed = parseDefinition(document.getText());
  return parsed.ok && sameValue(parsed.value, definition as never);
}

const withMessage = (text: string, step: string, message: string) =>
  text.replace(new RegExp(`("Name": "${step}".*?"ErrorMessage": )"[^"]*"`), `$1${JSON.stringify(message)}`);
const turn = () => new Promise((resolve) => setTimeout(resolve, 5));

describe("a definition in VS Code", () => {
  it("is not written by being opened", async () => {
    const { document, settled } = await openBoth();
    await settled();
    await turn();
    expect([document.version, document.isDirty, code.written]).toEqual([1, false, []]);
  });

  it("takes an edit of the picture into its text, in the smallest range and in its own style", async () => {
    const { document, say, settled } = await openBoth();
    const ranges: unknown[] = [];
    code.changed.event(({ document }) => ranges.push(document.getText().length));
    say("B", "mine");
    await settled();
    expect(document.getText()).toBe(withMessage(original, "B", "mine"));
    expect([ranges.length, document.isDirty, code.files.get(path)]).toEqual([1, true, original]);
  });

  it("shows what is typed into its text, with what is selected still selected", async () => {
    const { document, editor, move, settled, placeOfA } = await openBoth();
    move(7);
    editor.select(["C"]);
    document.change(withMessage(original, "A", "typed"));
    await settled();
    document.change(document.getText().replace('"Name": "C"', '"Name": "Sea"'));
    await settled();
    expect(editor.store.getState().selection.steps).toEqual(["Sea"]);
    expect(placeOfA()).toEqual({ x: 7, y: 1 });
  });

  it("keeps the last picture of a text that is none, says where, and goes on when it is mended", async () => {
    const { document, file, editor, say, settled } = await openBoth();
    document.change(original.replace('"Steps": [', '"Steps": ['.slice(0, -1)));
    await expect.poll(() => file.store.getState().trouble?.kind).toBe("unreadable");
    expect(file.store.getState().trouble).toMatchObject({
      message: expect.stringContaining("line 5"),
      place: { line: 5 },
    });
    expect(editor.store.getState().document.definition).toBeDefined();
    say("B", "mine");
    await turn();
    expect(document.version).toBe(2);
    document.change(withMessage(original, "A", "typed"));
    await settled();
    expect(document.getText()).toBe(withMessage(withMessage(original, "A", "typed"), "B", "mine"));
  });

  it("is taken back by VS Code, in one row with what was typed; what lies beside it, here", async () => {
    const { document, file, say, move, settled, placeOfA } = await openBoth();
    say("A", "mine");
    await settled();
    document.change(withMessage(document.getText(), "B", "typed"));
    await settled();
    move(7);
    await settled();
    await file.undo();
    expect([placeOfA(), document.version]).toEqual([undefined, 3]);
    await file.undo();
    await settled();
    expect(document.getText()).toBe(withMessage(original, "A", "mine"));
    await file.undo();
    await settled();
    expect([document.getText(), document.isDirty]).toEqual([original, false]);
    await file.redo();
    await file.redo();
    await settled();
    expect(document.getText()).toBe(withMessage(withMessage(original, "A", "mine"), "B", "typed"));
  });

  it("follows VS Code's own undo, with the places that steps had", async () => {
    const { document, editor, say, move, settled, placeOfA } = await openBoth();
    move(3);
    say("A", "mine");
    move(9);
    await settled();
    document.undo();
    await settled();
    expect([placeOfA(), editor.store.getState().history.past.length]).toEqual([{ x: 3, y: 1 }, 1]);
    document.redo();
    await settled();
    expect([placeOfA(), document.getText()]).toEqual([{ x: 3, y: 1 }, withMessage(original, "A", "mine")]);
  });

  it("is saved by VS Code, and its layout beside it: at once where the text is saved, else with it", async () => {
    const { document, file, say, move, settled } = await openBoth();
    const beside = "/work/churn.pipeline.stepwire.json";
    move(7);
    await settled();
    expect(JSON.parse(code.files.get(beside) ?? "").layout.A).toEqual({ x: 7, y: 1 });
    say("A", "mine");
    await settled();
    move(8);
    await settled();
    expect(JSON.parse(code.files.get(beside) ?? "").layout.A).toEqual({ x: 7, y: 1 });
    expect(await file.save()).toMatchObject({ done: "" });
    await turn();
    expect(JSON.parse(code.files.get(beside) ?? "").layout.A).toEqual({ x: 8, y: 1 });
    expect([code.files.get(path), document.isDirty]).toEqual([withMessage(original, "A", "mine"), false]);
  });

  it("has its layout nowhere where that is chosen", async () => {
    code.settings.set("layout", "nowhere");
    const { move, settled } = await openBoth();
    move(7);
    await settled();
    await turn();
    expect(code.written).toEqual([]);
  });

  it("never writes over what is typed at the same moment", async () => {
    const { document, say, settled } = await openBoth();
    code.beforeEdit = () => {
      code.beforeEdit = null;
      document.change(withMessage(document.getText(), "D", "typed"));
    };
    say("A", "mine");
    await settled();
    expect(document.getText()).toBe(withMessage(withMessage(original, "A", "mine"), "D", "typed"));
  });

  it("is written also where it was typed a moment before, and word of that is still on its way", async () => {
    const { document, panel, say, settled } = await openBoth();
    panel.lag = 5;
    document.change(withMessage(original, "D", "typed"));
    say("A", "mine");
    await settled();
    expect(document.getText()).toBe(withMessage(withMessage(original, "A", "mine"), "D", "typed"));
  });

  it("asks where both changed the same place", async () => {
    const { document, file, say, settled } = await openBoth();
    code.beforeEdit = () => {
      code.beforeEdit = null;
      document.change(withMessage(document.getText(), "A", "typed"));
    };
    say("A", "mine");
    await expect.poll(() => file.store.getState().trouble?.kind).toBe("conflict");
    expect(document.getText()).toBe(withMessage(original, "A", "typed"));
    const { trouble } = file.store.getState();
    file.settle(new Map((trouble?.kind === "conflict" ? trouble.conflicts : []).map(({ id }) => [id, "ours"])));
    await settled();
    expect(document.getText()).toBe(withMessage(original, "A", "mine"));
  });

  it("is only looked at where VS Code cannot write it", async () => {
    const document = code.open(path, original, "git");
    const { editor, say, settled } = await openBoth(document);
    expect(say("A", "mine")).toMatchObject({ ok: false, message: expect.stringContaining("cannot be edited") });
    document.change(withMessage(original, "B", "checked out"));
    await settled();
    expect(editor.store.getState().readOnly).toBe(true);
  });

  it("agrees with its picture in two windows", async () => {
    const first = await openBoth();
    const second = await openBoth(first.document);
    first.say("A", "mine");
    second.say("B", "yours");
    await first.settled();
    await second.settled();
    expect(first.document.getText()).toBe(withMessage(withMessage(original, "A", "mine"), "B", "yours"));
  });

  const edits = 200;
  it.each(Array.from({ length: tries(2, 25) }, (_, seed) => seed + 1))(
    `agrees with its picture over ${edits} random edits from both sides (seed %i)`,
    async (seed) => {
      const both = await openBoth();
      const { document, editor, file, panel } = both;
      const random = randomOf(seed);
      const names = () => listSteps(editor.store.getState().document.definition).map(({ name }) => name);
      const inText = () => {
        const parsed = parseDefinition(document.getText());
        return parsed.ok ? listSteps(parsed.value).map(({ name }) => name) : [];
      };
      // What both changed in the same place is asked, also of what comes while both sides settle.
      const answerConflict = () => {
        const { trouble } = file.store.getState();
        if (trouble?.kind === "conflict")
          file.settle(new Map(trouble.conflicts.map(({ id }) => [id, random.below(2) === 0 ? "ours" : "theirs"])));
      };
      const agreed = () =>
        expect
          .poll(
            () => {
              answerConflict();
              // An undo that the page asked for may come behind the mending.
              if (!parseDefinition(document.getText()).ok) document.undo();
              return (
                file.store.getState().state === "saved" && agree(document, editor.store.getState().document.definition)
              );
            },
            { timeout: 20_000 },
          )
          .toBe(true);
      let count = 0;
      const picture = [
        () => both.say(random.of(names()), `picture ${++count}`),
        () => editor.edit("Rename", renameStep(random.of(names()), `P${++count}`)),
        () => editor.edit("Add", addStep("Fail", { x: count, y: 1 })),
        () => editor.edit("Move", moveSteps(new Map([[random.of(names()), { x: ++count, y: 1 }]]))),
        () => names().length > 3 && editor.edit("Delete", removeSteps([random.of(names())])),
        () => void file.undo(),
        () => void file.redo(),
      ];
      const text = [
        () => document.change(withMessage(document.getText(), random.of(inText()), `text ${++count}`)),
        () =>
          document.change(
            document
              .getText()
              .replace(/\n( *)\{"Name"/, (_, margin) => `\n${margin}${fail(`T${++count}`)},\n${margin}{"Name"`),
          ),
        () =>
          document.change(document.getText().replace(`{"Name": "${random.of(inText())}"`, `{"Name": "R${++count}"`)),
        () => document.change(document.getText().replace(/none"/, `${++count}`)),
        () => document.undo(),
        () => document.redo(),
      ];
      for (let edit = 0; edit < edits; edit++) {
        panel.lag = random.below(4);
        random.of(random.below(2) === 0 ? picture : text)();
        for (let wait = random.below(4); wait > 0; wait--) await turn();
        answerConflict();
        // A text that was broken is mended in the end.
        if (edit % 20 === 19) {
          while (!parseDefinition(document.getText()).ok) document.undo();
          await agreed();
        }
      }
      await agreed();
      expect(count).toBeGreaterThan(edits / 3);
    },
    120_000,
  );
});

/** Numbers that only look like chance: the same for the same seed. */
function randomOf(seed: number) {
  let state = seed * 2_654_435_761;
  const below = (most: number) => {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 374_761_393) | 0;
    return ((state >>> 8) ^ (state >>> 20)) % most;
  };
  return { below, of: <Item>(items: readonly Item[]): Item => items[below(items.length)] as Item };
}
