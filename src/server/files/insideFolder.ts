/**
 * From the path that a page names to a file of the opened folder. A path is names joined by `/`, and nothing in it is decoded or
 * resolved by us: what could mean another place is refused as it stands, and where links lead is asked of the system.
 */
import { lstatSync, realpathSync } from "node:fs";
import { dirname, join, sep } from "node:path";
import { fileFault } from "./fileFault";

/** What is edited in place, and code that may be attached to a step. */
const kinds = { pipeline: /\.(json|ya?ml|template|tf)$/i, code: /\.(py|[mc]?[jt]s)$/i };
export type FileKind = keyof typeof kinds;

export function isOfKind(kind: FileKind, path: string): boolean {
  return kinds[kind].test(path);
}

/** Why a text is no path of a file inside; null where it may be one. */
function whyNoPath(path: string, kind: FileKind): string | null {
  const names = path.split("/");
  // A colon is a drive or a second stream on Windows; control characters, a NUL above all, end names early in other programs.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
  if (/[\\:\u0000-\u001f\u007f]/.test(path)) return "it has a character that no name of a file has here";
  if (names.some((name) => name === "" || name === "." || name === ".."))
    return "it is not a plain path inside the folder";
  // Windows drops them, and opens another file.
  if (names.some((name) => /[. ]$/.test(name))) return "a name in it ends with a dot or a space";
  if (isOfKind(kind, path)) return null;
  return kind === "pipeline"
    ? "only .json files and templates (.yaml, .yml, .template, .tf) are edited"
    : "only Python and JavaScript files have a handler";
}

/** Whether a place is the folder or lies in it, both without links in them. */
function isWithin(root: string, real: string): boolean {
  return real === root || real.startsWith(root.endsWith(sep) ? root : root + sep);
}

/**
 * The file that a path means, without links, whether or not there is one yet. Throws where it leaves the folder.
 * @param root the folder, without links
 */
export function fileInside(root: string, path: string, kind: FileKind = "pipeline"): string {
  const why = whyNoPath(path, kind);
  if (why !== null)
    throw fileFault("OutsideFolder", `This path cannot be opened: ${why}. Choose a file in the list of files.`);
  const named = join(root, ...path.split("/"));
  const parent = realOf(dirname(named));
  const file = parent === null ? named : (realOf(named) ?? named);
  if (!isWithin(root, parent ?? root) || !isWithin(root, file) || isDangling(named)) {
    throw fileFault(
      "LinkOutside",
      `${path} is a link that leads out of the opened folder. Open the folder it leads to with \`stepwire open\`.`,
    );
  }
  return file;
}

/** Without links; null where there is nothing. */
function realOf(place: string): string | null {
  try {
    return realpathSync(place);
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw thrown;
  }
}

/** A link to what is not there: writing through it would make a file who knows where. */
function isDangling(place: string): boolean {
  return realOf(place) === null && lstatSync(place, { throwIfNoEntry: false }) !== undefined;
}
