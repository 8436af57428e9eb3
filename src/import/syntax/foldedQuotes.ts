/** Stands for a line's end and for the white space at a line's start in what is given to the library. */
const lineEnd = "\uE001";
const indent = "\uE000";
/** For a line's end that a backslash takes away. */
const joint = "\uE002";

/**
 * The lines of a quoted text may begin no further in than its key, for Go's and Python's readers of YAML, and so in the files of
 * Kubernetes; the specification asks for more, and so does the library. Makes one line of the quoted text that is opened before `at`, of
 * the same length; null where there is none, or nothing to mend.
 */
export function inOneLine(text: string, at: number): string | null {
  const start = text.lastIndexOf("\n", at - 1) + 1;
  const opening = /^[^'"#\n]*[:-][ \t]+(?:![\w:]+[ \t]+)?(?=['"])/.exec(text.slice(start, at + 1))?.[0];
  if (opening === undefined) return null;
  const from = start + opening.length;
  const pattern = text[from] === "'" ? /'(?:[^']|'')*'/y : /"(?:[^"\\]|\\[\s\S])*"/y;
  pattern.lastIndex = from;
  const [found] = pattern.exec(text) ?? [];
  if (found?.includes("\n") !== true) return null;
  const isDouble = text[from] === '"';
  // Escapes are matched too, so that the backslash before a line's end is none that is escaped itself.
  const mended = found.replaceAll(/\\\r?\n[ \t]*|\\[^\r\n]|\r?\n[ \t]*/g, (part) => {
    if (!/[\r\n]/.test(part)) return part;
    if (!part.startsWith("\\")) return lineEnd + indent.repeat(part.length - 1);
    return isDouble ? joint.repeat(part.length) : `\\${lineEnd}${indent.repeat(part.length - 2)}`;
  });
  return text.slice(0, from) + mended + text.slice(from + found.length);
}

/** Folds the lines of a value that `inOneLine` had joined, as YAML does: a line's end is a space, further ones stay. */
export function folded(value: string): string {
  return value.replaceAll(joint, "").replaceAll(new RegExp(`[ \\t]*${lineEnd}[${lineEnd}${indent}]*`, "g"), (all) => {
    const ends = all.split(lineEnd).length - 1;
    return ends === 1 ? " " : "\n".repeat(ends - 1);
  });
}
