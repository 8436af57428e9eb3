/** Where a value stands: keys of objects as strings, places in lists as numbers. */
export type Segment = string | number;
export type Path = readonly Segment[];

/** `[A-Za-z_$][A-Za-z0-9_$-]*`, told by a loop: the keys are short, and a regular expression takes longer to begin. */
function isPlain(key: string): boolean {
  for (let i = 0; i < key.length; i++) {
    const code = key.charCodeAt(i);
    const isLetter = (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95 || code === 36;
    if (!isLetter && (i === 0 || !((code >= 48 && code <= 57) || code === 45))) return false;
  }
  return key !== "";
}

/** A path as people read it: `Arguments.InputDataConfig[0].DataSource`, `Environment['my.key']`. */
export function printPath(path: Path): string {
  let printed = "";
  for (const segment of path) {
    if (typeof segment === "number") printed += `[${segment}]`;
    else if (isPlain(segment)) printed += printed === "" ? segment : `.${segment}`;
    else printed += `['${segment}']`;
  }
  return printed;
}

const dot = 46;
const openBracket = 91;
const quote = 39;

/** Where the name ends that begins at a place: at the next dot or bracket, or with the text. */
export function endOfName(text: string, start: number): number {
  for (let at = start; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === dot || code === openBracket) return at;
  }
  return text.length;
}

/** Reads what `printPath` prints (a key runs to the next `']`). Returns null for text that is no path. */
export function parsePath(printed: string): Path | null {
  const path: Segment[] = [];
  let at = 0;
  while (at < printed.length) {
    const first = printed.charCodeAt(at);
    if (first === openBracket && printed.charCodeAt(at + 1) === quote) {
      const end = printed.indexOf("']", at + 2);
      if (end < 0) return null;
      path.push(printed.slice(at + 2, end));
      at = end + 2;
      continue;
    }
    if (first === openBracket) {
      const end = printed.indexOf("]", at);
      const index = end < 0 ? "" : printed.slice(at + 1, end);
      if (!/^\d{1,9}$/.test(index)) return null;
      path.push(Number(index));
      at = end + 1;
      continue;
    }
    if (at > 0) {
      if (first !== dot) return null;
      at++;
    }
    const start = at;
    at = endOfName(printed, at);
    if (at === start) return null;
    path.push(printed.slice(start, at));
  }
  return path;
}

export function samePath(left: Path, right: Path): boolean {
  return left.length === right.length && left.every((segment, i) => segment === right[i]);
}

/** True when `path` is `start` or lies below it. */
export function startsWith(path: Path, start: Path): boolean {
  return start.length <= path.length && start.every((segment, i) => segment === path[i]);
}

/** The last key of a path that has a name, for a short label: `S3Uri`, `[2]` where there is only a place. */
export function lastName(path: Path): string {
  const last = path.at(-1);
  return typeof last === "number" ? `[${last}]` : (last ?? "");
}
