import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { setField } from "../../pipeline/edits/fields";
import { FakeBrowser } from "../../testing/fakeBrowser";
import { openEditor } from "../session/openEditor";
import type { PickedHandle } from "../session/pickedHandle";
import { openFile } from "./openFile";
import { pickedFile } from "./pickedFile";

const original = `{
    "Version": "2020-12-01",
    "Steps": [{"Name": "A", "Type": "Fail", "Arguments": {"ErrorMessage": "none"}}]
}
`;

/** A file as the browser hands it over; what is written counts once it is closed. */
function fakeHandle() {
  const disk = { text: original as string | null, permission: "prompt" as PermissionState, asked: 0, breaks: false };
  const handle: PickedHandle = {
    name: "churn.json",
    getFile: async () => {
      if (disk.text === null) throw new DOMException("gone", "NotFoundError");
      return new Blob([disk.text]);
    },
    createWritable: async () => {
      if (disk.permission !== "granted") throw new DOMException("no", "NotAllowedError");
      let written = "";
      return {
        write: async (text) => {
          if (disk.breaks) throw new DOMException("The disk is full.", "QuotaExceededError");
          written += text;
        },
        close: async () => {
          disk.text = written;
        },
        abort: async () => {},
      };
    },
    queryPermission: async () => disk.permission,
    requestPermission: async () => {
      disk.asked += 1;
      if (disk.permission === "prompt") disk.permission = "granted";
      return disk.permission;
    },
  };
  return { disk, handle };
}

let open: { close: () => void }[];
beforeEach(() => {
  open = [];
});
afterEach(() => {
  for (const each of open) each.close();
});

async function openPicked() {
  const { disk, handle } = fakeHandle();
  const { library } = await new FakeBrowser().open();
  const surroundings = { later: () => () => {}, isHidden: () => false, onAttention: () => () => {} };
  const place = { client: pickedFile(handle), folder: "picked", path: handle.name, alone: "picked:1" };
  const opening = await openFile(library, place, surroundings);
  if (typeof opening === "string") throw new Error(opening);
  const { editor, storage, close } = await openEditor(library, opening.id, opening.fresh);
  const file = opening.file(editor, storage);
  open.push({ close: () => (file.close(), close()) });
  const say = (message: string) => editor.edit("Say", setField("A", ["Arguments", "ErrorMessage"], message));
  return { disk, file, editor, say, id: opening.id };
}

describe("a file that was picked", () => {
  it("is edited in place: asked once, written in its own style, with nothing beside it", async () => {
    const { disk, file, say, id } = await openPicked();
    expect([id, file.store.getState().state, file.store.getState().alone]).toEqual(["picked:1", "saved", true]);
    say("twice");
    expect(file.store.getState().state).toBe("unsaved");
    expect(await file.save()).toMatchObject({ done: "Saved to churn.json." });
    expect(disk.text).toBe(original.replace("none", "twice"));
    say("again");
    await file.save();
    expect([disk.asked, file.store.getState().state]).toEqual([1, "saved"]);
  });

  it("says that the browser lets it be written no more, and how it is again; nothing is lost", async () => {
    const { disk, file, say } = await openPicked();
    disk.permission = "denied";
    say("lost");
    const outcome = await file.save();
    expect(outcome).toMatchObject({ refused: expect.stringContaining("does not let this page write churn.json") });
    expect([disk.text, file.store.getState().state]).toEqual([original, "unsaved"]);
    disk.permission = "granted";
    expect(await file.save()).toMatchObject({ done: "Saved to churn.json." });
    expect(disk.text).toContain("lost");
  });

  it("is never overwritten where it changed outside, nor by half", async () => {
    const { disk, file, say } = await openPicked();
    disk.permission = "granted";
    disk.text = original.replace("none", "theirs");
    say("mine");
    expect(await file.save()).toHaveProperty("refused");
    expect(disk.text).toContain("theirs");
    expect(file.store.getState().trouble).toMatchObject({ kind: "conflict" });
    const { trouble } = file.store.getState();
    file.settle(new Map((trouble?.kind === "conflict" ? trouble.conflicts : []).map(({ id }) => [id, "ours"])));
    disk.breaks = true;
    expect(await file.save()).toMatchObject({ refused: expect.stringContaining("The disk is full.") });
    expect(disk.text).toContain("theirs");
  });

  it("is said to be gone where it is", async () => {
    const { disk, file } = await openPicked();
    disk.text = null;
    await file.look();
    expect(file.store.getState().trouble).toEqual({ kind: "gone", movedTo: null });
  });
});
