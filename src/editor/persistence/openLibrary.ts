import type { PipelineDocument } from "../../pipeline/definition/document";
import { Channel } from "./channel";
import { Connection, type StepwireDatabase } from "./database";
import { usualTiming } from "./documentWriter";
import { browserParts, type Environment, type LibraryOptions, usualTabTiming } from "./environment";
import { toStorageFailure } from "./failure";
import { followList } from "./followList";
import { LastOpened } from "./lastOpened";
import type { Library } from "./library";
import {
  createStored,
  freeCopyName,
  readStored,
  removeStored,
  renameStored,
  restoreStored,
  summaries,
} from "./libraryRecords";
import { openDocument } from "./openDocument";
import { bringBack, SecondCopy } from "./secondCopy";
import { keepVersion, listVersions, readVersion } from "./versions";

/**
 * Opens the documents of this browser. Never rejects: where there is no storage, each thing asked of it says so, and a
 * new document can be worked on all the same, "not saved, because …".
 */
export async function openLibrary(options: Partial<LibraryOptions> & Pick<LibraryOptions, "now">): Promise<Library> {
  const { indexedDB, buckets, locks, page, channel, tab, now, newName, timing } = { ...browserParts(), ...options };
  const times = { ...usualTiming, ...usualTabTiming, ...timing };
  const environment: Environment = {
    connection: new Connection(indexedDB),
    secondCopy: new SecondCopy(buckets, times.copy),
    channel: new Channel(channel),
    locks,
    page,
    now,
    newName,
    timing: times,
  };
  const { connection, secondCopy } = environment;
  const broughtBack = await connection.use((database) => bringBack(database, secondCopy, environment)).catch(() => 0);
  return libraryOf(environment, new LastOpened(connection, tab), broughtBack);
}

function libraryOf(environment: Environment, lastOpened: LastOpened, broughtBack: number): Library {
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
    broughtBack,
    list,
    listAll: () => ask(summaries),
    subscribe: (listener) => followList(channel, list, listener),
    create: async (document) => {
      await change((database) => createStored(database, document, newName(), now()));
      secondCopy.keep(document);
    },
    read: async (id) => (await ask((database) => readStored(database, id))).document,
    rename: async (id, name) => {
      const { revision, document } = await change((database) => renameStored(database, id, name, newName(), now()));
      secondCopy.keep(document);
      channel.post({ kind: "stored", id, revision, from: "" });
    },
    duplicate: (id, newId) =>
      change(async (database): Promise<PipelineDocument> => {
        const { document } = await readStored(database, id);
        const taken = new Set((await summaries(database)).map((each) => each.name));
        const copy = { ...document, id: newId, name: freeCopyName(document.name, taken) };
        await createStored(database, copy, newName(), now());
        secondCopy.keep(copy);
        return copy;
      }),
    remove: async (id) => {
      await change((database) => removeStored(database, id, now()));
      await secondCopy.forget(id);
    },
    restore: (id) =>
      change(async (database) => {
        await restoreStored(database, id);
        secondCopy.keep((await readStored(database, id)).document);
      }),
    listVersions: (id) => ask((database) => listVersions(database, id)),
    readVersion: (id, key) => ask((database) => readVersion(database, id, key)),
    nameVersion: (id, label) =>
      ask(async (database) => {
        const { document, revision } = await readStored(database, id);
        return keepVersion(database, document, { revision, kind: "named", mark: newName(), label, now: now() });
      }),
    openDocument: (target, handlers = {}) => openDocument(environment, target, handlers),
    rememberOpened: (id) => lastOpened.remember(id),
    lastOpened: () => lastOpened.recall(),
    close: () => {
      channel.close();
      connection.close();
      secondCopy.close();
    },
  };
}
