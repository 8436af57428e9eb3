import { strFromU8, type UnzipFileInfo, unzipSync } from "fflate";
import { limits } from "./code/parseCode";

/** A file of a deployment package that could hold the handler. */
export interface PackageFile {
  readonly name: string;
  readonly text: string;
}

export type OpenedPackage =
  /** The likeliest file first. */
  { readonly ok: true; readonly files: readonly PackageFile[] } | { readonly ok: false; readonly message: string };

/** Lambda takes no larger package directly; a larger one is no reason to fill the memory. */
const largestPackage = 50 * 1024 * 1024;
const mostFiles = 30;

/** Whether the bytes are a zip file's. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5);
}

/** Unpacks what could be the handler of a deployment package, and nothing else of it. */
export function openPackage(bytes: Uint8Array): OpenedPackage {
  if (bytes.length > largestPackage)
    return refuse("The package is larger than 50 MiB. Give the file that holds the handler.");
  const listed: UnzipFileInfo[] = [];
  try {
    unzipSync(bytes, {
      filter: (file) => {
        listed.push(file);
        return false;
      },
    });
    const chosen = candidates(listed.filter(({ originalSize }) => originalSize <= limits.characters));
    if (chosen.length === 0) return refuse(whyNone(listed));
    const wanted = new Set(chosen.map(({ name }) => name));
    const unpacked = unzipSync(bytes, {
      filter: ({ name, originalSize }) => wanted.has(name) && originalSize <= limits.characters,
    });
    const files = chosen.flatMap(({ name }) => {
      const content = unpacked[name];
      return content === undefined ? [] : [{ name, text: strFromU8(content) }];
    });
    return { ok: true, files };
  } catch {
    return refuse("The package cannot be unpacked: it is no zip file, or damaged.");
  }
}

function refuse(message: string): OpenedPackage {
  return { ok: false, message };
}

function whyNone(listed: readonly UnzipFileInfo[]): string {
  return listed.some(({ name }) => code.test(name) && !isOthers(name))
    ? "The code in this package is bundled into files larger than 256 KiB. Give the handler's own source file."
    : "There is no Python or JavaScript file in this package.";
}

const code = /\.(py|mjs|cjs|js|mts|cts|ts)$/i;

/** Packages carry what they depend on along, which is not the handler's. */
function isOthers(name: string): boolean {
  return /(^|\/)(node_modules|site-packages|__pycache__|bin|__MACOSX|[^/]+\.(dist-info|egg-info|data))\//.test(name);
}

const usual = [
  "lambda_function.py",
  "index.mjs",
  "index.js",
  "index.cjs",
  "index.ts",
  "app.py",
  "handler.py",
  "lambda_handler.py",
  "main.py",
  "app.mjs",
  "app.js",
  "app.ts",
  "handler.mjs",
  "handler.js",
  "handler.ts",
];

function candidates(files: readonly UnzipFileInfo[]): UnzipFileInfo[] {
  const ranked = files
    .filter(
      ({ name }) =>
        code.test(name) && !isOthers(name) && !/\.d\.[mc]?ts$|(^|\/)(setup|conftest|__init__)\.py$/.test(name),
    )
    .map((file) => ({ file, rank: rankOf(file.name) }));
  return ranked
    .sort((left, right) => left.rank - right.rank || (left.file.name < right.file.name ? -1 : 1))
    .slice(0, mostFiles)
    .map(({ file }) => file);
}

function rankOf(name: string): number {
  const depth = name.split("/").length - 1;
  const place = usual.indexOf(name.split("/").at(-1)?.toLowerCase() ?? "");
  return (place === -1 ? usual.length : place) + depth * 100;
}
