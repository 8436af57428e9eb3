import type { Path } from "../pipeline/definition/path";

/** A JSON pointer (RFC 6901) as a path: `/Steps/0/Name` → Steps[0].Name. */
export function pathOfPointer(pointer: string): Path {
  if (pointer === "") return [];
  return pointer
    .slice(1)
    .split("/")
    .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"))
    .map((part) => (/^(?:0|[1-9]\d*)$/.test(part) ? Number(part) : part));
}
