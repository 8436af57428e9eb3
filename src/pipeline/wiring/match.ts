import { lookup } from "../definition/byName";
import { oncePerObject } from "../remember";

/** How well a source and a field go together, judged by their names; the reason is said to the person. */
export interface Match {
  readonly score: number;
  readonly why: string | null;
}

/** The words of a name: `train_path` and `TrainPath` have two. The same few names come again in thousands of fields. */
export const words = oncePerObject((name: string): readonly string[] =>
  name
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== ""),
);

const locationWords = new Set(["uri", "path", "url", "location", "prefix", "artifacts", "dir", "bucket"]);

/** Roots that a reference to a place may serve: S3Uri, ModelDataUrl, S3OutputPath. */
function namesLocation(list: readonly string[]): boolean {
  return list.includes("s3") || list.some((word) => locationWords.has(word));
}

/** What a name says of its value; null where it says nothing. */
type Role = "location" | "image" | "name" | "arn" | "status" | "time";
const lastWords: Readonly<Record<string, Role>> = {
  name: "name",
  id: "name",
  arn: "arn",
  status: "status",
  time: "time",
};

const roleOf = oncePerObject((name: string): Role | null => {
  const list = words(name);
  if (list.includes("image")) return "image";
  if (namesLocation(list)) return "location";
  return lookup(lastWords, list.at(-1) ?? "") ?? null;
});

/** True where the names say that a value is something else than what a field takes: a place in S3 and a model's name. */
export function isMisfit(source: Named, field: Named): boolean {
  const given = roleOf(source.label);
  const taken = roleOf(field.label);
  return given !== null && taken !== null && given !== taken;
}

export interface Named {
  readonly label: string;
  readonly hint: string | null;
}

/**
 * Scores a source against a field by their names: the same name; the channel or element that the source is called after
 * (`train_path` ↔ channel `train`); shared words; both a place in S3.
 */
export function match(source: Named, field: Named): Match {
  const ours = words(source.label);
  const theirs = words(field.label);
  const joined = ours.join("");
  if (joined !== "" && joined === theirs.join("")) return { score: 160, why: "same name" };
  const element = field.hint === null ? [] : words(field.hint);
  const from = [...ours, ...(source.hint === null ? [] : words(source.hint))];
  if (element.length > 0 && element.every((word) => from.includes(word))) {
    return { score: namesLocation(theirs) ? 90 : 50, why: `named after ${field.hint}` };
  }
  // Model artifacts are what a model's data URL is for.
  if (ours.includes("model") && theirs.includes("model")) return { score: 80, why: "both name a model" };
  const shared = ours.filter((word) => theirs.includes(word) && word !== "s3" && word !== "name");
  if (shared.length > 0) return { score: 40 + 10 * shared.length, why: `both name ${shared.join(" ")}` };
  if (namesLocation(ours) && namesLocation(theirs)) return { score: 30, why: "both are places in S3" };
  return { score: 0, why: null };
}

/** Matches many that share few names: each name is looked at once. */
export function matchingByName<Thing>(nameOf: (thing: Thing) => string, matchOf: (thing: Thing) => Match) {
  const known = new Map<string, Match>();
  return (thing: Thing): Match => {
    const name = nameOf(thing);
    let found = known.get(name);
    if (found === undefined) {
      found = matchOf(thing);
      known.set(name, found);
    }
    return found;
  };
}
