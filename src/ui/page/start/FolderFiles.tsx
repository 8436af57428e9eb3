import "./FolderFiles.css";
import { useEffect, useState } from "react";
import type { AppError } from "../../../contract/appError";
import type { FileList, ListedFile } from "../../../contract/files";
import { toDisplayError } from "../../../contract/toDisplayError";
import { fileNameOf } from "../../../editor/files/fileId";
import { unsavedFiles } from "../../../editor/files/unsavedFiles";
import { printAddress } from "../../kit/address";
import { folderKey, useIsConnected, usePage } from "../../kit/pageContext";
import { SearchField } from "../../kit/SearchField";
import { SeverityIcon } from "../../kit/SeverityIcon";
import { StartHead } from "./StartHead";
import { StartRows } from "./StartRows";

const lookEvery = 3000;

interface Folder {
  readonly list: FileList;
  /** The paths of what this browser has edits of that are not in the file. */
  readonly unsaved: ReadonlySet<string>;
}

const nothing: ReadonlySet<string> = new Set();
const notOpen: AppError = {
  kind: "file",
  name: "FolderNotOpen",
  message:
    "The folder whose files this tab edited is not open any more. Start `stepwire open FOLDER` in a terminal, and open the link it prints.",
};

/** The files of the folder that is open in this tab; null while there is none. */
function useFolder(): Folder | AppError | null {
  const { library, connection } = usePage();
  const isConnected = useIsConnected();
  const [folder, setFolder] = useState<Folder | AppError | null>(null);
  useEffect(() => {
    if (!isConnected) return;
    let left = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = async () => {
      if (document.visibilityState === "visible") {
        const wanted = connection.tab.getItem(folderKey);
        const listed = await connection.client.listFiles({ folder: wanted });
        const open = listed.ok ? listed.value : null;
        const unsaved = open === null ? nothing : await unsavedFiles(library, open.folder).catch(() => nothing);
        // A tab that knows of no folder asks no more.
        if (left || (open === null && wanted === null)) return;
        if (!listed.ok) setFolder(listed.error);
        else setFolder(open === null ? notOpen : { list: open, unsaved });
      }
      timer = setTimeout(() => void look(), lookEvery);
    };
    void look();
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [library, connection, isConnected]);
  return folder;
}

/** The pipelines of the opened folder as a tree, each with its problems; a dot where edits of it are not saved. */
export default function FolderFiles() {
  const folder = useFolder();
  const [wanted, setWanted] = useState("");
  if (folder === null) return null;
  if (!("list" in folder)) {
    const { title, detail, next } = toDisplayError(folder);
    return (
      <p className="sw-folder-fault" role="alert">
        {`${title}. ${detail} ${next}`}
      </p>
    );
  }
  const { list, unsaved } = folder;
  const gone = [...unsaved].filter((path) => !list.files.some((file) => file.path === path));
  const all = [...list.files, ...gone.map(goneFile)].sort((left, right) => (left.path < right.path ? -1 : 1));
  const words = wanted.toLowerCase().split(/\s+/).filter(Boolean);
  const shown = all.filter(({ path }) => words.every((word) => path.toLowerCase().includes(word)));
  return (
    <section aria-labelledby="folder-files">
      <StartHead>
        <h2 id="folder-files">{list.only === null ? `Pipelines in ${list.name}` : list.only}</h2>
        {all.length > 1 && <SearchField label="Find a file" look="heading" value={wanted} onChange={setWanted} />}
      </StartHead>
      {all.length === 0 && (
        <p className="sw-folder-none">
          No definition lies in this folder yet. Make a pipeline below, and download its JSON file into the folder.
        </p>
      )}
      {all.length > 0 && shown.length === 0 && <p className="sw-folder-none">No file is called so.</p>}
      {shown.length > 0 && (
        <div>
          {foldersOf(shown).map(({ name, files }) => (
            <div key={name}>
              {name !== "" && <h3 className="sw-folder-name">{name}/</h3>}
              <StartRows>
                {files.map((file) => (
                  <Row key={file.path} file={file} isUnsaved={unsaved.has(file.path)} />
                ))}
              </StartRows>
            </div>
          ))}
        </div>
      )}
      {list.more && (
        <p className="sw-folder-none">There are more than 2,000 files. Open a folder inside to see them all.</p>
      )}
    </section>
  );
}

/** Edits of a file that is not there any more. */
function goneFile(path: string): ListedFile {
  return {
    path,
    steps: 0,
    errors: 0,
    warnings: 0,
    refused: "It was deleted or renamed; your edits of it are kept.",
    readOnly: false,
  };
}

/** The files by the folder that they lie in, those at the top first. */
function foldersOf(
  files: readonly ListedFile[],
): readonly { readonly name: string; readonly files: readonly ListedFile[] }[] {
  const folders = new Map<string, ListedFile[]>();
  for (const file of files) {
    const name = file.path.slice(0, Math.max(0, file.path.lastIndexOf("/")));
    folders.set(name, [...(folders.get(name) ?? []), file]);
  }
  return [...folders]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([name, inside]) => ({ name, files: inside }));
}

function Row({ file, isUnsaved }: { readonly file: ListedFile; readonly isUnsaved: boolean }) {
  const { path, steps, errors, warnings, refused, readOnly } = file;
  const name = fileNameOf(path);
  return (
    <li className="sw-folder-row">
      <span className="sw-folder-file">
        {isUnsaved && (
          <span className="sw-folder-dot" role="img" aria-label="Not saved" title="Edits of it are not saved" />
        )}
        <a href={printAddress({ page: "file", path })}>{name}</a>
      </span>
      {refused === null ? (
        <>
          <span className="sw-folder-fact">{steps === 1 ? "1 step" : `${steps} steps`}</span>
          <span className="sw-folder-fact">{readOnly ? "read-only" : ""}</span>
          <span className="sw-folder-problems">
            <Count severity="error" count={errors} />
            <Count severity="warning" count={warnings} />
            {errors + warnings === 0 && <span className="sw-folder-fact">No problems</span>}
          </span>
        </>
      ) : (
        <span className="sw-folder-refused">{refused}</span>
      )}
    </li>
  );
}

function Count({ severity, count }: { readonly severity: "error" | "warning"; readonly count: number }) {
  if (count === 0) return null;
  return (
    <span className="sw-folder-count" title={`${count} ${severity}${count === 1 ? "" : "s"}`}>
      <SeverityIcon severity={severity} /> {count}
    </span>
  );
}
