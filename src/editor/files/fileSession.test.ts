import { chmodSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { setField } from "../../pipeline/edits/fields";
import { moveSteps } from "../../pipeline/edits/moveSteps";
import { FakeBrowser } from "../../testing/fakeBrowser";
import { createLocalClient, type LocalClient } from "../../testing/localClient";
import fc from "../../testing/properties";
import { openEditor } from "../session/openEditor";
import { fileDocumentId } from "./fileId";
import { openFile } from "./openFile";
import { unsavedFiles } from "./unsavedFiles";

const fail = (name: string) => `{"Name": "${name}", "Type": "Fail", "Arguments": {"ErrorMessage": "none"}}`;
const original = `{
  "Version": "2020-12-01",
  "Steps": [
    ${["A", "B", "C", "D"].map(fail).join(",\n    ")}
  ]
}
`;

let root: string;
let local: LocalClient;
let folder: string;
let browser: FakeBrowser;
let open: { close: () => void }[];

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "stepwire-session-"));
  writeFileSync(join(root, "churn.json"), original);
  local = createLocalClient();
  folder = local.folders.open({ root, only: null }).folder;
  browser = new FakeBrowser();
  open = [];
});
afterEach(() => {
  for (const each of open) each.close();
  rmSync(root, { recursive: true, force: true });
});

const onDisk = (path = "churn.json") => readFileSync(join(root, path), "utf8");
const write = (text: string) => writeFileSync(join(root, "churn.json"), text);
/** The file with another message of one step. */
const withMessage = (text: string, step: string, message: string) =>
  text.replace(new RegExp(`("Name": "${step}".*?"ErrorMessage": )"[^"]*"`), `$1${JSON.stringify(message)}`);

/** Opens a file as a tab does; time passes when `pass` is called. */
async function openTab(path = "churn.json") {
  const { library, page } = await browser.open();
  const waiting: (() => void)[] = [];
  const surroundings = {
    later: (run: () => void) => {
      waiting.push(run);
      return () => void waiting.splice(waiting.indexOf(run) >>> 0, 1);
    },
    isHidden: () => false,
    onAttention: () => () => {},
  };
  const opening = await openFile(library, { client: local.client, folder, path }, surroundings);
  if (typeof opening === "string") throw new Error(opening);
  const { editor, storage, close } = await openEditor(library, opening.id, opening.fresh);
  const file = opening.file(editor, storage);
  const end = () => {
    file.close();
    close();
  };
  open.push({ close: end });
  await file.look();
  return {
    editor,
    file,
    library,
    page,
    storage,
    close: end,
    say: (step: string, message: string) => editor.edit("Say", setField(step, ["Arguments", "ErrorMessage"], message)),
    state: () => file.store.getState(),
    notices: () => editor.store.getState().notices.map(({ text }) => text),
    pass: () => {
      for (const run of waiting.splice(0)) run();
    },
  };
}

describe("a template that holds a definition", () => {
  const head = `# ours, kept as it is
Resources:
  Churn:
    Type: AWS::SageMaker::Pipeline
    Properties:
      PipelineDefinition:
        PipelineDefinitionBody: |
`;
  const rest = `      RoleArn:   "arn:aws:iam::111122223333:role/R"   # kept\n`;
  const moved = (text: string) => text.replaceAll(/^(?=.)/gm, "          ");
  const template = `${head}${moved(original)}${rest}`;
  beforeEach(() => writeFileSync(join(root, "stack.yaml"), template));

  it("is edited on its file, and nothing else of it is touched", async () => {
    const { say, state, file } = await openTab("stack.yaml");
    expect(state()).toMatchObject({ state: "saved", readOnly: false, trouble: null });
    say("A", 'mine, "quoted"');
    expect(await file.save()).toMatchObject({ done: "Saved to stack.yaml." });
    expect(onDisk("stack.yaml")).toBe(`${head}${moved(withMessage(original, "A", 'mine, "quoted"'))}${rest}`);
    say("B", "again");
    await file.save();
    say("A", "none");
    say("B", "none");
    await file.save();
    expect([state().state, onDisk("stack.yaml")]).toEqual(["saved", template]);
  });

  it("takes over what changes in it outside, around the definition and in it, and writes nothing over", async () => {
    const { say, state, file, editor } = await openTab("stack.yaml");
    say("A", "mine");
    const theirs = template
      .replace("# ours", "# theirs")
      .replace(moved(original), moved(withMessage(original, "B", "theirs")));
    writeFileSync(join(root, "stack.yaml"), theirs);
    expect(await file.save()).toMatchObject({ refused: expect.stringContaining("was not overwritten") });
    expect(state().trouble).toBeNull();
    expect(JSON.stringify(editor.store.getState().document.definition)).toContain("theirs");
    await file.save();
    expect(onDisk("stack.yaml")).toBe(
      theirs.replace(
        moved(withMessage(original, "B", "theirs")),
        moved(withMessage(withMessage(original, "B", "theirs"), "A", "mine")),
      ),
    );
  });

  it("is edited on after its tab was closed with edits that were not saved", async () => {
    const first = await openTab("stack.yaml");
    first.say("A", "mine");
    await first.storage.flush();
    first.close();
    const { file, state } = await openTab("stack.yaml");
    expect(state().state).toBe("unsaved");
    expect(await file.save()).toMatchObject({ done: "Saved to stack.yaml." });
    expect(onDisk("stack.yaml")).toBe(`${head}${moved(withMessage(original, "A", "mine"))}${rest}`);
  });

  it("is left alone where what was typed would be a hole, where it is gone, and where it cannot be edited in place", async () => {
    const { say, state, file } = await openTab("stack.yaml");
    say("A", "$" + "{Role}");
    expect(await file.save()).toMatchObject({ refused: expect.stringContaining("a hole that the template fills in") });
    expect([state().state, onDisk("stack.yaml")]).toEqual(["unsaved", template]);
    rmSync(join(root, "stack.yaml"));
    await file.look();
    expect(await file.overwrite()).toMatchObject({ refused: expect.stringContaining("bring it back") });
    writeFileSync(join(root, "stack.yaml"), template.replace("Body: |", "Body: !Sub |").replace("none", "$" + "{Why}"));
    browser = new FakeBrowser();
    await expect(openTab("stack.yaml")).rejects.toThrow(/not edited in place: its definition has holes/);
  });

  it("stands in the list of the folder's files, and one that is not edited in place with the reason", async () => {
    writeFileSync(join(root, "sub.yaml"), template.replace("Body: |", "Body: !Sub |").replace("none", "$" + "{Why}"));
    writeFileSync(join(root, "role.yaml"), "Resources:\n  Role:\n    Type: AWS::IAM::Role\n");
    const listed = await local.client.listFiles({ folder });
    if (!listed.ok) throw new Error(listed.error.message);
    expect(listed.value?.files.map(({ path, steps, refused }) => [path, steps, refused?.slice(0, 61) ?? null])).toEqual(
      [
        ["churn.json", 4, null],
        ["stack.yaml", 4, null],
        ["sub.yaml", 0, "It is not edited in place: its definition has holes that are "],
      ],
    );
  });
});

describe("a file that is edited", () => {
  it("is written when it is saved and not before, with what was edited and nothing else", async () => {
    const { say, state, file, storage, library } = await openTab();
    expect(state()).toMatchObject({ state: "saved", readOnly: false, trouble: null });
    say("A", "mine");
    expect([state().state, onDisk()]).toEqual(["unsaved", original]);
    await storage.flush();
    expect([...(await unsavedFiles(library, folder))]).toEqual(["churn.json"]);
    expect(await file.save()).toMatchObject({ done: "Saved to churn.json." });
    expect([state().state, onDisk()]).toEqual(["saved", withMessage(original, "A", "mine")]);
    expect([...(await unsavedFiles(library, folder))]).toEqual([]);
    expect(existsSync(join(root, "churn.stepwire.json"))).toBe(false);
    expect(await file.save()).toMatchObject({ done: expect.stringContaining("has every change") });
  });

  it("has its layout beside it, or in the browser alone, as chosen", async () => {
    const { editor, file, state, close } = await openTab();
    const move = (x: number) => editor.edit("Move", moveSteps(new Map([["A", { x, y: 1 }]])));
    file.setKeepsBeside(false);
    move(1);
    expect(state().state).toBe("saved");
    file.setKeepsBeside(true);
    expect(state().state).toBe("unsaved");
    await file.save();
    expect(JSON.parse(onDisk("churn.stepwire.json")).layout.A).toEqual({ x: 1, y: 1 });
    expect([state().state, onDisk()]).toEqual(["saved", original]);
    close();
    browser = new FakeBrowser();
    const other = await openTab();
    expect(other.editor.store.getState().document.layout.get("A")).toEqual({ x: 1, y: 1 });
    // One that a newer Stepwire wrote is left alone.
    writeFileSync(join(root, "churn.stepwire.json"), '{"version":2}');
    await other.file.look();
    other.editor.edit("Move", moveSteps(new Map([["A", { x: 5, y: 5 }]])));
    other.say("A", "mine");
    await other.file.save();
    expect([onDisk("churn.stepwire.json"), onDisk()]).toEqual(['{"version":2}', withMessage(original, "A", "mine")]);
  });

  it("takes the places that steps get by themselves for nobody's edit, and the first that a person gives for one", async () => {
    const { editor, state } = await openTab();
    const place = (x: number) => moveSteps(new Map([["A", { x, y: 1 }]]));
    editor.replaceDocument(place(1)(editor.store.getState().document));
    expect(state().state).toBe("saved");
    editor.gesture("Drag");
    editor.edit("Drag", place(2));
    editor.commit();
    expect(state().state).toBe("unsaved");
    editor.undo();
    expect(state().state).toBe("saved");
    editor.redo();
    expect(state().state).toBe("unsaved");
  });

  it("saves by itself once an edit is done, where that is chosen", async () => {
    const { editor, file, say, state, pass } = await openTab();
    file.setAutomatic(true);
    editor.gesture("Write");
    say("A", "min");
    pass();
    expect(state().state).toBe("unsaved");
    say("A", "mine");
    editor.commit();
    pass();
    expect(state().state).toBe("saving");
    await vi.waitFor(() => expect(state().state).toBe("saved"), 10_000);
    expect(onDisk()).toBe(withMessage(original, "A", "mine"));
  });

  it("is offered with its edits after a kill, and shown without them when that is wished; undo brings them back", async () => {
    const first = await openTab();
    first.say("A", "mine");
    await first.storage.flush();
    first.close();
    const { notices, state, file, editor } = await openTab();
    expect(state().state).toBe("unsaved");
    expect(notices()).toEqual([expect.stringContaining("Edits of churn.json that were not saved are here again")]);
    await file.discard();
    expect(state().state).toBe("saved");
    editor.undo();
    expect(state().state).toBe("unsaved");
    await file.save();
    expect(onDisk()).toBe(withMessage(original, "A", "mine"));
  });

  it("counts as saved though the answer of the write was lost, and is not written when the server is gone", async () => {
    const { say, file, state } = await openTab();
    say("A", "mine");
    local.fail("writeFile", "after");
    expect(await file.save()).toMatchObject({ refused: expect.stringContaining("kept in this browser") });
    expect([state().state, state().trouble, onDisk()]).toEqual(["saved", null, withMessage(original, "A", "mine")]);
    say("A", "again");
    local.fail("writeFile", "before");
    local.fail("readFile", "before");
    await file.save();
    expect(state()).toMatchObject({ state: "unsaved", trouble: { kind: "failed" } });
    await file.look();
    expect(state().trouble).toBeNull();
    expect(await file.save()).toHaveProperty("done");
  });
});

describe("a file that changes outside", () => {
  it("shows its changes where nothing was edited here, and keeps both sides' where something was", async () => {
    const { say, file, notices, state } = await openTab();
    write(withMessage(original, "C", "theirs"));
    await file.look();
    expect([state().state, notices()]).toEqual(["saved", ["churn.json was changed outside: C changed."]]);
    say("A", "mine");
    write(withMessage(onDisk(), "D", "theirs too"));
    expect(await file.save()).toMatchObject({ refused: expect.stringContaining("was not overwritten") });
    expect(state()).toMatchObject({ state: "unsaved", trouble: null });
    await file.save();
    const both = withMessage(withMessage(original, "C", "theirs"), "D", "theirs too");
    expect(onDisk()).toBe(withMessage(both, "A", "mine"));
  });

  it.each(["ours", "theirs"] as const)("asks where both changed the same, and takes %s as chosen", async (side) => {
    const { say, file, state } = await openTab();
    say("A", "mine");
    write(withMessage(withMessage(original, "A", "theirs"), "C", "more"));
    await file.look();
    const { trouble } = state();
    if (trouble?.kind !== "conflict") throw new Error("Nothing is asked.");
    expect(trouble.conflicts).toMatchObject([{ step: "A", base: "none", ours: "mine", theirs: "theirs" }]);
    expect(await file.save()).toMatchObject({ refused: expect.stringContaining("Choose what stays") });
    expect(onDisk()).toContain("theirs");
    file.settle(new Map(trouble.conflicts.map(({ id }) => [id, side])));
    await file.save();
    const chosen = side === "ours" ? "mine" : "theirs";
    expect(onDisk()).toBe(withMessage(withMessage(original, "C", "more"), "A", chosen));
  });

  it("does not move what is under way, and tells of it when that is done", async () => {
    const { editor, say, file } = await openTab();
    editor.gesture("Write");
    say("A", "mi");
    write(withMessage(original, "C", "theirs"));
    await file.look();
    expect(JSON.stringify(editor.store.getState().document.definition)).not.toContain("theirs");
    editor.commit();
    await file.look();
    expect(JSON.stringify(editor.store.getState().document.definition)).toContain("theirs");
    expect(JSON.stringify(editor.store.getState().document.definition)).toContain("mi");
  });

  it("is said to be gone, and is written again or followed to its new name", async () => {
    const { say, file, state, library } = await openTab();
    renameSync(join(root, "churn.json"), join(root, "kept.json"));
    say("A", "mine");
    await file.look();
    expect(state()).toMatchObject({ state: "unsaved", trouble: { kind: "gone", movedTo: "kept.json" } });
    expect(await file.save()).toMatchObject({ refused: expect.stringContaining("Write it again") });
    await file.follow("kept.json");
    expect((await library.read(fileDocumentId(folder, "kept.json"))).definition).toMatchObject({
      Version: "2020-12-01",
    });
    expect(await file.overwrite()).toHaveProperty("done");
    expect([state().trouble, onDisk()]).toEqual([null, withMessage(original, "A", "mine")]);
    const other = await openTab("kept.json");
    expect(other.state().state).toBe("unsaved");
    await other.file.save();
    expect(onDisk("kept.json")).toBe(withMessage(original, "A", "mine"));
  });

  it("is not overwritten where it is no definition any more, unless that is wished, nor where it is read-only", async () => {
    const { say, file, state } = await openTab();
    say("A", "mine");
    write("<<<<<<< HEAD\n");
    await file.look();
    expect(state().trouble).toMatchObject({ kind: "unreadable" });
    expect(await file.save()).toMatchObject({ refused: expect.stringContaining("Overwrite it") });
    expect(onDisk()).toBe("<<<<<<< HEAD\n");
    expect(await file.overwrite()).toHaveProperty("done");
    expect(onDisk()).toBe(withMessage(original, "A", "mine"));
    chmodSync(join(root, "churn.json"), 0o444);
    say("A", "more");
    await file.look();
    expect(await file.save()).toMatchObject({ refused: expect.stringContaining("read-only") });
    expect(onDisk()).toBe(withMessage(original, "A", "mine"));
  });

  it("loses nothing of 100 changes that come at any moment while it is edited and saved here", async () => {
    let outside = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom("edit", "outside", "save", "saveUnderway", "look", "reopen"), {
          minLength: 15,
          maxLength: 25,
        }),
        async (moves) => {
          write(original);
          browser = new FakeBrowser();
          let tab = await openTab();
          const last = { mine: "none", theirs: "none" };
          let underway: Promise<unknown> = Promise.resolve();
          let count = 0;
          for (const move of moves) {
            count++;
            if (move === "edit") {
              last.mine = `mine ${count}`;
              tab.say("A", last.mine);
            }
            if (move === "outside") {
              outside++;
              last.theirs = `theirs ${count}`;
              write(withMessage(onDisk(), "C", last.theirs));
            }
            if (move === "save") await tab.file.save();
            if (move === "saveUnderway") underway = tab.file.save();
            if (move === "look") await tab.file.look();
            if (move === "reopen") {
              await underway;
              await tab.storage.flush();
              tab.close();
              tab = await openTab();
            }
            expect(onDisk()).toContain(`"${last.theirs}"`);
          }
          await underway;
          await tab.file.look();
          await tab.file.save();
          expect(tab.state()).toMatchObject({ state: "saved", trouble: null });
          expect(onDisk()).toBe(withMessage(withMessage(original, "A", last.mine), "C", last.theirs));
          tab.close();
        },
      ),
      { numRuns: 30 },
    );
    expect(outside).toBeGreaterThan(50);
  });
});
