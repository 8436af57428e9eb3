/** Joins an editor to the file that its document is: what is edited goes there when it is saved, what changes there is taken over. */

import { createStore } from "zustand/vanilla";
import type { AppError } from "../../contract/appError";
import type { FileContent } from "../../contract/files";
import { compareDefinitions } from "../../pipeline/compare/compareDefinitions";
import type { Side } from "../../pipeline/compare/mergeDefinitions";
import type { PipelineDocument } from "../../pipeline/definition/document";
import { keepSame } from "../../pipeline/definition/keepSame";
import { refusalText } from "../../pipeline/definition/refusalText";
import { rewrite } from "../../pipeline/definition/rewrite";
import { printBeside } from "../../pipeline/definition/sideFile";
import { type ObjectValue, sameValue } from "../../pipeline/definition/value";
import type { Surroundings } from "../runs/executions/calls";
import { poll } from "../runs/executions/poll";
import { type Editor, whyReadOnly } from "../session/createEditor";
import type { DocumentStorage, Library } from "../session/storedDocuments";
import { documentOf, type FileBase, readBase, recallBase, rememberBase, sameDefinitions } from "./fileBase";
import type { FileHolder } from "./fileHolder";
import { fileDocumentId, fileNameOf } from "./fileId";
import type { FileCalls, FileSession, FileState, FileTrouble, SaveOutcome } from "./fileState";
import { changesInWords, mergeFile } from "./receive";

export interface FileParts {
  readonly editor: Editor;
  readonly storage: DocumentStorage;
  readonly library: Library;
  readonly client: FileCalls;
  readonly surroundings: Surroundings;
  readonly folder: string;
  readonly path: string;
  readonly alone: boolean;
  /** What the document on the screen was made from. */
  readonly base: FileBase;
  readonly settings: FileSettings;
  readonly keepSettings: (settings: FileSettings) => void;
  /** Null where the file lies on a disk. */
  readonly holder: FileHolder | null;
}

export type FileSettings = Pick<FileState, "automatic" | "keepsBeside">;

/** How often the file is looked at while the page is seen, and how long after an edit it is saved by itself. */
const lookEvery = 1500;
const restBefore = 800;

export function createFileSession(parts: FileParts): FileSession {
  const { editor, storage, library, client, surroundings, folder, path, settings, holder } = parts;
  const name = fileNameOf(path);
  const rest = holder === null ? restBefore : 0;
  let base = parts.base;
  /** What lies beside the document as it counts as saved. */
  let savedBeside = printBeside(documentOf(base, editor.store.getState().document));
  /** The file as it was last read, which is another than the base while there is a conflict. */
  let seen: FileBase = base;
  let saving: Promise<SaveOutcome> | null = null;
  let cancelSaving = () => {};
  let isClosed = false;
  const store = createStore<FileState>(() => ({
    path,
    state: "saved",
    readOnly: base.readOnly,
    trouble: null,
    alone: parts.alone,
    ...settings,
  }));

  const present = () => editor.store.getState();
  const isWriter = () => storage.role === "writer" && !present().readOnly;
  const besideIsSaved = (document: PipelineDocument) =>
    !store.getState().keepsBeside || base.besideIsForeign || printBeside(document) === savedBeside;
  const isSaved = (document: PipelineDocument) =>
    base.revision !== null && sameDefinitions(document, base) && besideIsSaved(document);
  const show = (change: Partial<FileState> = {}) => {
    const state =
      saving !== null
        ? "saving"
        : isSaved(present().document) && store.getState().trouble?.kind !== "gone"
          ? "saved"
          : "unsaved";
    store.setState({ state, readOnly: base.readOnly, ...change });
  };
  const trouble = (next: FileTrouble | null) => {
    store.setState({ trouble: next });
    show();
  };

  /** Goes on from what the file holds now. */
  const goOnFrom = (next: FileBase) => {
    base = next;
    seen = next;
    // Without a side file nothing beside has been saved by this, nor lost.
    if (next.beside !== null) savedBeside = printBeside(documentOf(next, present().document));
    if (holder === null) void rememberBase(library, storage.id, next).catch(() => undefined);
    trouble(null);
  };

  /** Puts a document in place that the person did not make by an edit: they can take it back all the same. */
  const put = (document: PipelineDocument) => {
    const { history, readOnly } = present();
    const isUntouched = history.past.length === 0 && history.future.length === 0;
    // What is typed into the text of a holder is taken back there, step by step, and here along with it.
    if (readOnly || (isUntouched && holder === null)) editor.replaceDocument(document);
    else editor.edit(holder === null ? `Take over ${name}` : `Edit the text of ${name}`, () => document);
  };

  /** Takes over what the file holds, as far as it can be done without asking. */
  const receive = (theirs: FileBase, choices: ReadonlyMap<string, Side> = new Map()) => {
    const { document, history } = present();
    const wasSaved = isSaved(document);
    if (holder !== null && wasSaved && theirs.besideRevision === base.besideRevision) {
      // Only the holder's count has gone on, or it has taken back what was done here.
      if (sameDefinitions(document, theirs) || walkHistory(editor, theirs.definition)) return goOnFrom(theirs);
    }
    const { document: merged, conflicts } = wasSaved
      ? { document: documentOf(theirs, document), conflicts: [] }
      : mergeFile(document, base, theirs, choices);
    const open = conflicts.filter(({ id }) => !choices.has(id));
    if (open.length > 0) {
      seen = theirs;
      trouble({ kind: "conflict", conflicts: open });
      return;
    }
    // Nobody's hand is moved: it is read again when what is under way is done.
    if (history.gesture !== null && choices.size === 0) return;
    const changes = changesInWords(compareDefinitions(document.definition, merged.definition));
    put(merged);
    goOnFrom(theirs);
    if (changes !== "" && holder === null) {
      const said = `${name} was changed outside: ${changes}.${wasSaved ? "" : " Your own edits are still here."}`;
      editor.notice("info", said);
      editor.announce(said);
    }
  };

  const arrive = (file: FileContent) => {
    const read = readBase(file);
    if (read.ok) {
      const definition = keepSame(present().document.definition, read.base.definition) as ObjectValue;
      return receive({ ...read.base, definition });
    }
    seen = { ...base, revision: file.revision, besideRevision: file.beside?.revision ?? null, readOnly: file.readOnly };
    const { line, column } = read.refusal;
    trouble({ kind: "unreadable", message: refusalText(read.refusal), place: { line, column } });
  };

  const look = async (): Promise<void> => {
    if ((holder === null && !isWriter()) || saving !== null) return;
    const { revision, besideRevision, readOnly } = seen;
    const known = revision === null ? null : { revision, beside: besideRevision, readOnly };
    const read = await client.readFile({ folder, path, known });
    if (isClosed || saving !== null || (holder === null && !isWriter())) return;
    if (!read.ok) return failed(read.error);
    if (read.value.kind === "file") return arrive(read.value);
    if (read.value.kind === "gone") return trouble({ kind: "gone", movedTo: read.value.movedTo });
    const now = store.getState().trouble?.kind;
    if (now === "failed" || now === "gone") trouble(null);
  };
  const failed = (error: AppError) => trouble({ kind: "failed", error });

  /** `over`: writes where there is nothing any more, or what is no definition, because the person asked for it. */
  const write = async (over: boolean): Promise<SaveOutcome> => {
    const { document } = present();
    const isGone = over && store.getState().trouble?.kind === "gone";
    const expected = isGone ? null : over ? seen : base;
    const text = sameDefinitions(document, base) ? base.text : rewrite(base.text, document.definition);
    const keeps =
      store.getState().keepsBeside &&
      !base.besideIsForeign &&
      (isGone ? base.beside !== null : !besideIsSaved(document));
    const beside = keeps ? { text: printBeside(document), expected: expected?.besideRevision ?? null } : null;
    // The browser has it first: what is saved by half is still there whole.
    await storage.flush().catch(() => undefined);
    const written = await client.writeFile({ folder, path, text, expected: expected?.revision ?? null, beside });
    if (!written.ok) {
      failed(written.error);
      return {
        refused: `${name} was not saved. ${whyFailed(written.error)} Your edits are kept in this browser.`,
        kind: "error",
      };
    }
    if (written.value.kind === "changed")
      return { refused: `${name} was changed outside meanwhile, and was not overwritten.` };
    const { revision, beside: besideRevision } = written.value;
    const next = { ...base, revision, text, definition: document.definition };
    goOnFrom(besideRevision === null ? next : { ...next, besideRevision, beside: document });
    return { done: `Saved to ${path}.`, offer: "nothing" };
  };

  const begin = (over: boolean): Promise<SaveOutcome> => {
    saving ??= write(over).finally(() => {
      saving = null;
      show();
    });
    show();
    return saving.then(async (settled) => {
      // Before anything is written again: over what is there no more it would be refused for ever.
      if ("refused" in settled || holder !== null) await look();
      // What was edited meanwhile.
      saveLater();
      return settled;
    });
  };

  const save = async (): Promise<SaveOutcome> => {
    if (!isWriter()) return { refused: whyReadOnly(present()) };
    const { trouble: now } = store.getState();
    if (now !== null && now.kind !== "failed") return { refused: whyNotSaved(name, now) };
    if (base.readOnly) {
      return {
        refused: `${name} is read-only. Make it writable (chmod u+w), then save again. Your edits are kept in this browser.`,
      };
    }
    if (holder !== null) return saveHeld(holder);
    if (isSaved(present().document) && now === null)
      return { done: `Saved. ${path} has every change.`, offer: "nothing" };
    return begin(false);
  };

  const saveHeld = async (held: FileHolder): Promise<SaveOutcome> => {
    const settled = await saveNow();
    if ("refused" in settled) return settled;
    return (await held.save())
      ? { done: "", offer: "nothing" }
      : { refused: `${name} was not saved. Try again, or save it by the menu.`, kind: "error" };
  };
  /** Has the holder know all that is on the screen. */
  const saveNow = async (): Promise<SaveOutcome> => {
    if (saving !== null) await saving;
    return isSaved(present().document) ? { done: "", offer: "nothing" } : begin(false);
  };

  /** What only lies beside the text is taken back here, for the holder knows nothing of it; all else there. */
  const takeBack = async (going: "undo" | "redo"): Promise<void> => {
    editor.commit();
    const { history, document } = present();
    const next = going === "undo" ? history.past.at(-1)?.before : history.future[0]?.after;
    const { trouble: now } = store.getState();
    if (holder === null || (now !== null && !isSaved(document)) || next?.definition === document.definition)
      return editor[going]();
    await saveNow();
    await holder[going]();
  };

  /** After a rest, where it is wished and nothing stands in the way. */
  const saveLater = () => {
    cancelSaving();
    const { automatic, state } = store.getState();
    if (!automatic || state !== "unsaved") return;
    cancelSaving = surroundings.later(() => {
      const { trouble: now, state: still } = store.getState();
      if (now !== null || still !== "unsaved" || !isWriter()) return;
      // The end of the gesture saves what a holder is told of.
      if (present().history.gesture !== null) return holder === null ? saveLater() : undefined;
      void (holder === null ? save() : saveNow());
    }, rest);
  };

  const discard = async () => {
    const read = await client.readFile({ folder, path, known: null });
    if (!read.ok) return failed(read.error);
    if (read.value.kind !== "file") return;
    const theirs = readBase(read.value);
    if (!theirs.ok) return arrive(read.value);
    editor.edit(`Show ${name} as it is`, (document) => documentOf(theirs.base, document));
    savedBeside = printBeside(present().document);
    goOnFrom(theirs.base);
  };

  const stopFollowing = editor.store.subscribe((state, before) => {
    const ends = before.history.gesture !== null && state.history.gesture === null;
    if (ends && holder !== null) {
      saveLater();
      void look();
    }
    if (state.document === before.document) {
      if (!state.readOnly && before.readOnly) void becomeWriter();
      return;
    }
    // The layout that an unplaced document gets when it is first shown is nobody's edit.
    const { past, future, gesture } = state.history;
    const isUntouched = past.length === 0 && future.length === 0 && gesture === null;
    const isPlacing = isUntouched && state.document.definition === before.document.definition;
    if (isPlacing && printBeside(before.document) === savedBeside) savedBeside = printBeside(state.document);
    show();
    saveLater();
  });
  const becomeWriter = async () => {
    base = await recallBase(library, storage.id);
    seen = base;
    savedBeside = printBeside(documentOf(base, present().document));
    await look();
  };
  const looking =
    holder === null
      ? poll(async () => {
          await look();
          return lookEvery;
        }, surroundings).stop
      : holder.onChange(() => void look());
  show();
  if (holder !== null && holder.readOnlyBecause !== null) editor.setReadOnly(true, holder.readOnlyBecause);
  if (isWriter() && store.getState().state === "unsaved") {
    const said = `Edits of ${name} that were not saved are here again. Save them, or go on without them.`;
    editor.notice("info", said, { label: "Show the file as it is", run: () => void discard() });
  }

  const keep = (change: Partial<FileSettings>) => {
    show(change);
    show();
    const { automatic, keepsBeside } = store.getState();
    parts.keepSettings({ automatic, keepsBeside });
    saveLater();
  };

  return {
    store,
    save,
    look,
    settle: (choices) => receive(seen, choices),
    discard,
    overwrite: () => begin(true),
    follow: async (to) => {
      const id = fileDocumentId(folder, to);
      const document = { ...present().document, id };
      await library.create(document);
      await rememberBase(library, id, base);
    },
    holder,
    undo: () => takeBack("undo"),
    redo: () => takeBack("redo"),
    setAutomatic: (automatic) => keep({ automatic }),
    setKeepsBeside: (keepsBeside) => keep({ keepsBeside }),
    close: () => {
      isClosed = true;
      cancelSaving();
      looking();
      stopFollowing();
    },
  };
}

/** Goes to where a definition stands in what was done here, the nearest of them; false where it is nowhere. */
function walkHistory(editor: Editor, wanted: ObjectValue): boolean {
  const { past, future } = editor.store.getState().history;
  const back = past.findLastIndex(({ before }) => sameValue(before.definition, wanted));
  const on = future.findIndex(({ after }) => sameValue(after.definition, wanted));
  if (back < 0 && on < 0) return false;
  const [steps, go] =
    on < 0 || (back >= 0 && past.length - back <= on + 1) ? [past.length - back, editor.undo] : [on + 1, editor.redo];
  for (let step = 0; step < steps; step++) go();
  return true;
}

function whyNotSaved(name: string, { kind }: FileTrouble): string {
  if (kind === "conflict")
    return `${name} was changed outside and here in the same places. Choose what stays, then save.`;
  if (kind === "gone") return `${name} is not there any more. Choose “Write it again” to make it anew.`;
  return `${name} was changed outside, and is no definition any more. Mend it there, or choose “Overwrite it”.`;
}

/** A file's fault says what to do; what else fails is the way to the server. */
function whyFailed({ kind, message }: AppError): string {
  return kind === "file"
    ? message
    : "The local server does not answer: start it again with `stepwire open`, then save again.";
}
