import type { PipelineDocument } from "../pipeline/definition/document";
import { browserParts, defaultTiming, type Environment, type LibraryOptions } from "./environment";
import { LastOpened } from "./lastOpened";
import type { Library } from "./library";
import { freeCopyName, readStored, removeStored, renameStored, restoreStored, summaries } from "./libraryRecords";
import { createStored } from "./log/appendEdit";
import { Connection, type StepwireDatabase } from "./log/database";
import { toStorageFailure } from "./log/failure";
import { read, write } from "./log/transactions";
import { keepVersion, listVersions, readVersion } from "./log/versions";
import { openDocument } from "./openDocument";
import { PendingMirror } from "./rescue/pendingMirror";
import { rawRecords } from "./rescue/rawRecords";
import { restoreFromCopy, SecondCopy } from "./rescue/secondCopy";
import { Channel } from "./tabs/channel";
import { followList } from "./tabs/followList";

/**
 * Opens the documents of this browser. Never rejects: where there is no storage, each thing asked of it says so, and a
 * new document can be worked on all the same, "not saved, because …".
 */
export async function openLibrary(
  options: Partial<LibraryOptions> & Pick<LibraryOptions, "now" | "countSteps">,
): Promise<Library> {
  const { indexedDB, buckets, localStorage, channel, tab, ...parts } = { ...browserParts(), ...options };
  const timing = { ...defaultTiming, ...parts.timing };
  const environment: Environment = {
    connection: new Connection(indexedDB, timing.patience),
    secondCopy: new SecondCopy(buckets, timing.copy, timing.patience, parts.now, parts.pauses),
    pendingMirror: new PendingMirror(localStorage),
    channel: new Channel(channel),
    locks: parts.locks,
    page: parts.page,
    now: parts.now,
    newName: parts.newName,
    countSteps: parts.countSteps,
    pauses: parts.pauses,
    timing,
    open: new Map(),
  };
  const { connection, secondCopy } = environment;
  const restoredFromCopy = await connection
    .use((database) => restoreFromCopy(database, secondCopy, environment))
    .catch(() => 0);
  return libraryOf(environment, new LastOpened(connection, tab), restoredFromCopy);
}

function libraryOf(environment: Environment, lastOpened: LastOpened, restoredFromCopy: number): Library {
  const { connection, secondCopy, channel, now, newName } = environment;

  async function ask<Result>(operation: (database: StepwireDatabase) => Promise<Result>): Promise<Result> {
    try {
      return await connection.use(operation);
    } catch (error) {
      throw toStorageFailure(error);
    }
  }
  async function change<Result>(operation: (database: StepwireDatabase) => Promise<Result>): Promise<Result> {
    const result = await ask(operation);
    channel.post({ kind: "listed" });
    return result;
  }
  const list = async () => (await ask(summaries)).filter((document) => !document.deleted);

  return {
    restoredFromCopy,
    list,
    listAll: () => ask(summaries),
    subscribe: (listener, onFailure = () => undefined) =>
      followList(channel, list, listener, (error) => onFailure(toStorageFailure(error))),
    create: async (document) => {
      await change((database) => createStored(database, document, environment));
      secondCopy.schedule(document);
    },
    read: async (id) => (await ask((database) => readStored(database, id))).document,
    rename: async (id, name) => {
      const { revision, document } = await change((database) => renameStored(database, id, name, environment));
      secondCopy.schedule(document);
      channel.post({ kind: "stored", id, revision, from: "" });
    },
    duplicate: (id, newId) =>
      change(async (database): Promise<PipelineDocument> => {
        const { document } = await readStored(database, id);
        const taken = new Set((await summaries(database)).map((each) => each.name));
        const copy = { ...document, id: newId, name: freeCopyName(document.name, taken) };
        await createStored(database, copy, environment);
        secondCopy.schedule(copy);
        return copy;
      }),
    remove: async (id) => {
      await change((database) => removeStored(database, id, now()));
      await secondCopy.delete(id);
    },
    restore: (id) =>
      change(async (database) => {
        await restoreStored(database, id);
        secondCopy.schedule((await readStored(database, id)).document);
      }),
    listVersions: (id) => ask((database) => listVersions(database, id)),
    readVersion: (id, key) => ask((database) => readVersion(database, id, key)),
    nameVersion: (id, label) =>
      ask(async (database) => {
        const { document, revision } = await readStored(database, id);
        return keepVersion(database, document, { revision, kind: "named", mark: newName(), label, now: now() });
      }),
    openDocument: (target, handlers = {}) => openDocument(environment, target, handlers),
    secondCopy: (id) => secondCopy.read(id),
    damaged: (id) => ask((database) => rawRecords(database, id)),
    hasUnsaved: () => [...environment.open.values()].some(({ isUnsaved }) => isUnsaved),
    remember: async (key, value) => {
      await ask((database) => write(database, ["state"], ({ state }) => state.put({ value }, key)));
    },
    recall: async (key) =>
      (await ask((database) => read(database, ["state"], ({ state }) => state.get(key))))?.value ?? null,
    rememberOpened: (id) => lastOpened.write(id),
    lastOpened: () => lastOpened.read(),
    close: () => {
      channel.close();
      connection.close();
      secondCopy.close();
    },
  };
}
