/** The folders that `stepwire open` has opened, by an id that the same folder has at each start. */
import { createHash } from "node:crypto";
import { realpathSync } from "node:fs";
import { basename } from "node:path";
import type { FileList, ReadFile } from "../../contract/files";
import type { RequestOf, ResponseOf } from "../../contract/operations";
import type { OpenedFolder } from "../../contract/session";
import { keepIgnores, sideFileOf } from "../../pipeline/definition/sideFile";
import type { Check } from "../deploy/check";
import { sameSecret } from "../door/token";
import { faultOfSystem, fileFault } from "./fileFault";
import { type FileText, readText, revisionOf } from "./fileText";
import { fileInside } from "./insideFolder";
import { codeFiles, type DefinitionIn, PipelineFiles, pipelineFiles } from "./listPipelines";
import { writeWhole } from "./writeWhole";

/** A folder on the disk; `only` is the one file of it that may be touched, where a file was opened. */
export interface FolderPlace {
  readonly root: string;
  readonly only: string | null;
}

export interface Folders {
  /** Whether it is the key that the user's state folder holds. */
  isKey(candidate: string): boolean;
  open(place: FolderPlace): OpenedFolder;
  /** Null where it is not open; the id null is the one that was opened last. */
  known(id: string | null): OpenFolder | null;
  /** The same; throws where it is not open. */
  find(id: string | null): OpenFolder;
}

export interface OpenFolder {
  list(check: Check): Promise<FileList>;
  read(path: string, known: RequestOf<"readFile">["known"]): ReadFile;
  /** Code that may be attached to a step, by path. */
  code(): readonly string[];
  /** Where on this computer such a file lies. */
  codeAt(path: string): string;
  write(request: Omit<RequestOf<"writeFile">, "folder">): ResponseOf<"writeFile">;
}

/** `definitionIn` looks into templates, whose forms the server does not know. */
export function createFolders(key: string, definitionIn: DefinitionIn = async () => null): Folders {
  const open = new Map<string, OpenFolder>();
  let last: string | null = null;
  const known = (id: string | null) => open.get(id ?? last ?? "") ?? null;
  return {
    isKey: (candidate) => sameSecret(candidate, key),
    open: ({ root, only }) => {
      const real = realpathSync(root);
      const id = createHash("sha256")
        .update(`${real}\0${only ?? ""}`)
        .digest("hex")
        .slice(0, 24);
      if (!open.has(id)) open.set(id, folderAt(id, real, only, definitionIn));
      last = id;
      return { folder: id, path: only };
    },
    known,
    find: (id) => {
      const found = known(id);
      if (found !== null) return found;
      throw fileFault(
        "FolderNotOpen",
        "This folder is not open in the local server. Start `stepwire open FOLDER` in a terminal, and open the link it prints.",
      );
    },
  };
}

function folderAt(id: string, root: string, only: string | null, definitionIn: DefinitionIn): OpenFolder {
  const pipelines = new PipelineFiles(root, definitionIn);
  /** The file and its side file. */
  const filesOf = (path: string) => {
    if (only !== null && path !== only)
      throw fileFault("OutsideFolder", `Only ${only} is open. Open its folder with \`stepwire open\` to edit others.`);
    return { file: fileInside(root, path), side: fileInside(root, sideFileOf(path)) };
  };
  return {
    list: async (check) => {
      const { paths, more } = only === null ? pipelineFiles(root) : { paths: [only], more: false };
      return { folder: id, name: basename(root), only, files: await pipelines.list(paths, check), more };
    },
    code: () => codeFiles(root).paths,
    codeAt: (path) => inWords(path, () => fileInside(root, path, "code")),
    read: (path, known) =>
      inWords(path, () => {
        const { file, side } = filesOf(path);
        const read = readText(file, path);
        if (read === null)
          return { kind: "gone", movedTo: only === null && known !== null ? movedTo(root, known.revision) : null };
        const beside = readText(side, sideFileOf(path));
        const { text, revision, readOnly } = read;
        if (known?.revision === revision && known.beside === (beside?.revision ?? null) && known.readOnly === readOnly)
          return { kind: "same" };
        return {
          kind: "file",
          text,
          revision,
          readOnly,
          beside: beside === null ? null : { text: beside.text, revision: beside.revision },
        };
      }),
    write: ({ path, text, expected, beside }) =>
      inWords(path, () => {
        const { file, side } = filesOf(path);
        const sidePath = sideFileOf(path);
        const now = readText(file, path);
        const besideNow = readText(side, sidePath);
        const isAs = (read: FileText | null, wanted: string | null) => (read?.revision ?? null) === wanted;
        if (!isAs(now, expected) || (beside !== null && !isAs(besideNow, beside.expected))) return { kind: "changed" };
        if (now?.readOnly)
          throw fileFault(
            "ReadOnly",
            `${path} is read-only. Make it writable (chmod u+w), then save again; until then the edits are kept in this browser.`,
          );
        const write = (at: string, called: string, was: FileText | null, content: string) => {
          const revision = revisionOf(Buffer.from(content));
          if (was?.revision === revision) return revision;
          return writeWhole(at, content, was?.mode, () => isAs(readText(at, called), was?.revision ?? null))
            ? revision
            : null;
        };
        const revision = write(file, path, now, text);
        if (revision === null) return { kind: "changed" };
        const sideText = beside === null ? "" : keepIgnores(beside.text, besideNow?.text ?? "");
        const besideRevision = beside === null ? null : write(side, sidePath, besideNow, sideText);
        return { kind: "written", revision, beside: besideRevision };
      }),
  };
}

/** The one file that holds what another held. */
function movedTo(root: string, revision: string): string | null {
  const same = pipelineFiles(root).paths.filter((path) => {
    try {
      return readText(fileInside(root, path), path)?.revision === revision;
    } catch {
      return false;
    }
  });
  return same.length === 1 ? (same[0] ?? null) : null;
}

function inWords<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (thrown) {
    throw faultOfSystem(thrown, path);
  }
}
