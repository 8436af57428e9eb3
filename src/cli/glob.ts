import { existsSync, readdirSync } from "node:fs";
import { mayHoldDefinition } from "../import";
import { isSideFile } from "../pipeline/definition/sideFile";
import { gitRevisionIn } from "./gitRevision";
import { UsageError } from "./usageError";

const marks = /[*?{[]/;

/** Files and folders as they are, patterns as the files that they fit. Throws a UsageError for one that fits none. */
export function expandFiles(args: readonly string[]): readonly string[] {
  const files = args.flatMap((arg) => {
    if (!marks.test(arg) || existsSync(arg) || gitRevisionIn(arg) !== null) return [arg];
    const fits = globPattern(arg);
    const found = filesBelow(rootOf(arg)).filter((path) => fits.test(path) && !isOurs(path));
    if (found.length > 0) return found.sort();
    throw new UsageError(`No file fits ${arg}. Patterns know *, **, ? and {a,b}.`);
  });
  return [...new Set(files)];
}

/** Files that Stepwire keeps beside definitions, which hold none. */
function isOurs(path: string): boolean {
  return isSideFile(path) || /(?:^|\/)stepwire\.config\.json$/i.test(path);
}

/** The folder before the first mark; "" where that is where one stands. */
function rootOf(pattern: string): string {
  const fixed = pattern.slice(0, pattern.search(marks));
  return fixed.slice(0, fixed.lastIndexOf("/") + 1);
}

/** Paths as they are to be told, without the folders that tools fill. */
function filesBelow(root: string): readonly string[] {
  if (root !== "" && !existsSync(root)) return [];
  return readdirSync(root === "" ? "." : root, { withFileTypes: true }).flatMap((entry) => {
    const path = `${root}${entry.name}`;
    if (entry.isDirectory()) return mayHoldDefinition(`${entry.name}/a.json`) ? filesBelow(`${path}/`) : [];
    return entry.isFile() ? [path] : [];
  });
}

/** A pattern as people write it for files: `*` within a name, `**` over folders, `?`, `{a,b}`, `[a-z]`. */
export function globPattern(pattern: string): RegExp {
  const source = pattern.replace(/^\.\//, "").replace(/\*\*\/|\*\*|\*|\?|\{[^{}]*\}|\[[^\]/]+\]|[\s\S]/g, (part) => {
    if (part === "**/") return "(?:[^/]+/)*";
    if (part === "**") return ".*";
    if (part === "*") return "[^/]*";
    if (part === "?") return "[^/]";
    if (part.startsWith("{") && part.endsWith("}")) return `(?:${part.slice(1, -1).split(",").map(literal).join("|")})`;
    if (part.startsWith("[") && part.length > 1) return part.replace(/^\[!/, "[^").replaceAll("\\", "\\\\");
    return literal(part);
  });
  return new RegExp(`^(?:\\./)?${source}$`, "s");
}

function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/-]/g, "\\$&");
}
