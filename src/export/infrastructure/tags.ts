import { linesOf } from "./mappings";

export interface Tag {
  readonly key: string;
  readonly value: string;
}

/** The tags of lines such as `team=ml`. */
export function tagsIn(given: unknown): readonly Tag[] {
  const byKey = new Map<string, Tag>();
  for (const line of linesOf(given)) {
    const tag = tagOf(line);
    if (tag !== null) byKey.set(tag.key, tag);
  }
  return [...byKey.values()];
}

export function wrongTags(given: unknown): readonly string[] {
  return linesOf(given).flatMap((line) => (tagOf(line) === null ? [`"${line}" is no tag: write key=value.`] : []));
}

function tagOf(line: string): Tag | null {
  const at = line.indexOf("=");
  const key = line.slice(0, Math.max(0, at)).trim();
  return key === "" ? null : { key, value: line.slice(at + 1).trim() };
}
