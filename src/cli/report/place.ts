import { isAbsolute, relative } from "node:path";

/** A file as a report names it: from where the command was run, with slashes. */
export function placeOf(file: string): string {
  const path = isAbsolute(file) ? relative(process.cwd(), file) : file;
  return path.replaceAll("\\", "/").replace(/^\.\//, "");
}
