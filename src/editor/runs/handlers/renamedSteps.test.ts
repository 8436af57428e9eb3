import { beforeEach, describe, expect, it } from "vitest";
import { printBeside, readBeside } from "../../../pipeline/definition/sideFile";
import { clipSteps, pasteSteps } from "../../../pipeline/edits/pasteSteps";
import { renameStep } from "../../../pipeline/edits/renameStep";
import { documentOf } from "../../../testing/load";
import { createLocalClient, type LocalClient } from "../../../testing/localClient";
import { lambda, training } from "../../../testing/steps";
import { createEditor, type Editor } from "../../session/createEditor";
import { createHandlers, type Handlers } from "./createHandlers";

const code = "def handler(event, context):\n    return {}\n";

let local: LocalClient;
let editor: Editor;
let handlers: Handlers;
beforeEach(() => {
  local = createLocalClient();
  editor = createEditor(documentOf([lambda("Prep"), training("Train")]));
  handlers = createHandlers(editor, local.client);
});

async function attach(step: string, text = code): Promise<void> {
  const source = { kind: "code", code: text, fileName: "" } as const;
  const asked = await handlers.attach(step, source, null, null);
  if (!asked.ok) throw new Error(asked.error.message);
  if (asked.value.kind === "ask") await handlers.attach(step, source, null, asked.value.key);
}

/** The steps of the document that really run code, each with its first line. */
async function running(): Promise<readonly string[]> {
  await handlers.refresh();
  const names = JSON.stringify(editor.store.getState().document.definition);
  const { attached } = handlers.store.getState();
  return [...attached.values()]
    .filter(({ step, asks }) => asks === null && names.includes(`"Name":"${step}"`))
    .map(({ step }) => step)
    .toSorted();
}

describe("code that is attached to a step", () => {
  it("stays with the step that is renamed, there and back, as often as it is", async () => {
    await attach("Prep");
    editor.edit("Rename", renameStep("Prep", "Clean"));
    expect(await running()).toEqual(["Clean"]);
    editor.edit("Rename", renameStep("Clean", "Wash"));
    expect(await running()).toEqual(["Wash"]);
    editor.undo();
    editor.undo();
    expect(await running()).toEqual(["Prep"]);
    editor.redo();
    expect(await running()).toEqual(["Clean"]);
    expect(readBeside(printBeside(editor.store.getState().document))?.codeOf).toEqual(new Map([["Clean", ["Prep"]]]));
  });

  it("stays where it was renamed before anyone asked for it, over a start of the page", async () => {
    await attach("Prep");
    editor.edit("Rename", renameStep("Prep", "Clean"));
    handlers = createHandlers(createEditor(editor.store.getState().document), local.client);
    expect(await running()).toEqual(["Clean"]);
  });

  it("goes with copies, each of which can get its own or none", async () => {
    await attach("Prep");
    const clip = clipSteps(editor.store.getState().document, ["Prep", "Train"]);
    editor.edit("Paste", pasteSteps(clip, { x: 0, y: 0 }));
    expect(await running()).toEqual(["Prep", "Prep2"]);
    await attach("Prep2", `${code}# another\n`);
    editor.edit("Rename", renameStep("Prep2", "Other"));
    expect(await running()).toEqual(["Other", "Prep"]);
    expect(handlers.store.getState().attached.get("Other")?.code).toContain("# another");
    // What was ever allowed for it is taken back: the step that it is a copy of asks anew.
    await handlers.withdraw("Other");
    expect(await running()).toEqual([]);
    const { attached } = handlers.store.getState();
    expect([attached.has("Other"), attached.get("Prep")?.asks]).toEqual([
      false,
      expect.stringMatching(/^[0-9a-f]{64}$/),
    ]);
  });

  it("does not go to another document, which has allowed none", async () => {
    await attach("Prep");
    const clip = clipSteps(editor.store.getState().document, ["Prep"]);
    editor = createEditor({ ...documentOf([training("Train")]), id: "another" });
    handlers = createHandlers(editor, local.client);
    editor.edit("Paste", pasteSteps(clip, { x: 0, y: 0 }));
    expect(editor.store.getState().document.codeOf.size).toBe(0);
    expect(await running()).toEqual([]);
  });
});
