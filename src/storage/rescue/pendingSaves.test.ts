import { describe, expect, it } from "vitest";
import { createDocument } from "../../pipeline/definition/document";
import { FakeBrowser } from "../../testing/fakeBrowser";
import { appendEdit } from "../log/appendEdit";
import { Connection } from "../log/database";
import { printDocument } from "../log/encodeDocument";
import type { PendingSave } from "../log/records";
import { listVersions, readVersion } from "../log/versions";
import { PendingMirror } from "./pendingMirror";
import { putPendingSave, readWithPendingSaves } from "./pendingSaves";

const blank = createDocument("d", "Churn");
const edited = (mark: number) => ({ ...blank, definition: { mark } });
const context = { now: () => 0, newName: () => "name", countSteps: () => 0 };
const left: PendingSave = {
  id: "d",
  writer: "W",
  revision: 1,
  writes: ["W:edit:2", "W:pending:3"],
  write: "W:pending:3",
  text: printDocument(edited(9)),
};

/** What a page that edits finds: revisions written under these names, then the pending. */
async function found(writes: readonly string[], pending: PendingSave = left) {
  const connection = new Connection(new FakeBrowser().factory, 3500);
  return connection.use(async (database) => {
    let revision = 0;
    for (const write of writes) {
      const base = { revision, document: revision === 0 ? blank : edited(revision) };
      revision++;
      await appendEdit(database, { base, document: revision === 1 ? blank : edited(revision), write }, context);
    }
    putPendingSave(database, pending);
    const { known } = await readWithPendingSaves(database, "d", context, new PendingMirror(undefined));
    const recovered = (await listVersions(database, "d")).filter(({ kind }) => kind === "recovered");
    const texts = await Promise.all(recovered.map(({ key }) => readVersion(database, "d", key)));
    const waiting = await database.count("pendingSaves");
    return { document: known?.document, revision: known?.revision, recovered: texts, waiting };
  });
}

describe("what a page left behind", () => {
  it("goes on from what it knew", async () => {
    expect(await found(["W:edit:1"])).toEqual({ document: edited(9), revision: 2, recovered: [], waiting: 0 });
  });

  it("goes on from its own write that was under way and arrived", async () => {
    expect(await found(["W:edit:1", "W:edit:2"])).toMatchObject({ document: edited(9), revision: 3, recovered: [] });
  });

  it("is a document of its own when it was not stored at all", async () => {
    expect(await found([], { ...left, revision: 0 })).toMatchObject({ document: edited(9), revision: 1 });
  });

  it("goes on from the making of a new document that was under way and arrived", async () => {
    const fresh = { ...left, revision: 0, writes: ["W:edit:1", "W:pending:2"], write: "W:pending:2" };
    expect(await found(["W:edit:1"], fresh)).toMatchObject({ document: edited(9), revision: 2, recovered: [] });
  });

  it("is nothing new when the page stored more after all", async () => {
    expect(await found(["W:edit:1", "W:edit:4"])).toMatchObject({ document: edited(2), revision: 2, recovered: [] });
  });

  it("is nothing new when it was put into the log already", async () => {
    expect(await found(["W:edit:1", "W:pending:3", "V:edit:1"])).toMatchObject({ revision: 3, recovered: [] });
  });

  it("is kept as a version when another writer has gone on", async () => {
    const { document, recovered, waiting } = await found(["W:edit:1", "V:edit:1"]);
    expect({ document, recovered, waiting }).toEqual({ document: edited(2), recovered: [edited(9)], waiting: 0 });
  });

  it("is kept as a version when the log no longer tells who has gone on", async () => {
    const writes = ["W:edit:1", ...Array.from({ length: 120 }, (_, index) => `V:edit:${index}`)];
    expect((await found(writes)).recovered).toEqual([edited(9)]);
  });
});
