/**
 * What a page leaves behind when it goes away with edits not yet stored.
 *
 * While a page is left, no answer of storage reaches it any more: a transaction that reads before it writes is lost
 * (measured in Chromium: all of them on reload and navigation), one that only puts and commits at once arrives. So the
 * document is put aside as it is, and whoever gets the right to write the document next puts it into the log.
 */
import { appendEdit } from "./appendEdit";
import type { StepwireDatabase } from "./database";
import { readDocument } from "./encodeDocument";
import { readLatest } from "./readDocuments";
import {
  type DocumentRecord,
  type FarewellRecord,
  isUnbroken,
  type Known,
  type LogRecord,
  logRange,
  ofDocument,
} from "./records";
import { read, write } from "./transactions";
import { keepVersion } from "./versions";

/** Puts a farewell aside without waiting for anything. */
export function leaveFarewell(database: StepwireDatabase, farewell: FarewellRecord): void {
  const transaction = database.transaction("farewells", "readwrite", { durability: "strict" });
  transaction.done.catch(() => undefined);
  transaction.store.put(farewell).catch(() => undefined);
  transaction.commit();
}

export async function forgetFarewell(database: StepwireDatabase, id: string, writer: string): Promise<void> {
  await write(database, ["farewells"], (transaction) => transaction.objectStore("farewells").delete([id, writer]));
}

/** Reads the newest revision, after every farewell of the document found its place. Only for who may write it. */
export async function readWithFarewells(database: StepwireDatabase, id: string, now: number): Promise<Known | null> {
  let known = await readLatest(database, id);
  const farewells = await read(database, ["farewells"], (transaction) =>
    transaction.objectStore("farewells").getAll(ofDocument(id)),
  );
  for (const farewell of farewells) {
    known = await settle(database, known, farewell, now);
    await forgetFarewell(database, id, farewell.writer);
  }
  return known;
}

async function settle(database: StepwireDatabase, known: Known | null, farewell: FarewellRecord, now: number) {
  const { id, revision } = farewell;
  const left = readDocument(farewell.text);
  const { head, since } = await read(database, ["documents", "log"], async (transaction) => ({
    head: await transaction.objectStore("documents").get(id),
    since: await transaction.objectStore("log").getAll(logRange(id, revision)),
  }));
  const isRenamed = since.some((record) => record.cause === "rename");
  const document = isRenamed && known !== null ? { ...left, name: known.document.name } : left;
  switch (verdict(farewell, head, since)) {
    case "known":
      return known;
    case "newest":
      return appendEdit(database, { base: known ?? { revision: 0, document }, document, write: farewell.write, now });
    case "conflict":
      await keepVersion(database, left, { revision, kind: "recovered", mark: farewell.write, label: null, now });
      return known;
  }
}

/** Whether a farewell is stored already, goes on from what is stored, or from what others have since gone past. */
export function verdict(
  { revision, writer, writes, write: last }: FarewellRecord,
  head: DocumentRecord | undefined,
  since: readonly LogRecord[],
): "known" | "newest" | "conflict" {
  if (head === undefined || head.revision <= revision) return "newest";
  const later = [...since.map((record) => record.write), head.write];
  const isOwn = (name: string) => name.startsWith(`${writer}:`);
  if (later.some((name) => name === last || (isOwn(name) && !writes.includes(name)))) return "known";
  if (writes.includes(head.write)) return "newest";
  const followed = since.every((record) => record.cause === "rename" || writes.includes(record.write));
  return followed && isUnbroken(since, revision, head.revision) ? "newest" : "conflict";
}
