/**
 * What Stepwire keeps of a pipeline beside its definition, as the text of a file of its own: `NAME.stepwire.json` beside `NAME.json`.
 * One step, note or group a line, so that two people who each moved a step have nothing to merge by hand.
 */
import {
  type Colour,
  colours,
  type Group,
  type Note,
  type Pins,
  type PipelineDocument,
  type Position,
  type Way,
} from "./document";
import { parseValue } from "./parse";
import { serialise } from "./serialise";
import { type Entry, entries, get, isList, isObject, type ObjectValue, objectOf, text, type Value } from "./value";

/** What of a document lies in its side file. Settings (targets, roles) are a person's own, and stay in the browser. */
export type Beside = Pick<
  PipelineDocument,
  "name" | "layout" | "ways" | "folded" | "pins" | "notes" | "groups" | "samples" | "presets" | "promotions" | "codeOf"
>;

export const nothingBeside: Omit<Beside, "name"> = {
  layout: new Map(),
  ways: [],
  folded: new Map(),
  pins: new Map(),
  notes: [],
  groups: [],
  samples: new Map(),
  presets: new Map(),
  promotions: new Map(),
  codeOf: new Map(),
};

const version = 1;

/** The path of a definition's side file: `a/churn.json` has `a/churn.stepwire.json`. */
export function sideFileOf(path: string): string {
  return path.replace(/(\.json)?$/i, ".stepwire.json");
}

export function isSideFile(path: string): boolean {
  return /\.stepwire\.json$/i.test(path);
}

/** The same as one value, without what is empty. */
export function besideValue({
  name,
  layout,
  ways,
  folded,
  pins,
  notes,
  groups,
  samples,
  presets,
  promotions,
  codeOf,
}: Beside): ObjectValue {
  const parts: readonly Entry[] = [
    ["version", version],
    ["name", name],
    ["layout", objectOf([...layout].map(([key, { x, y }]) => [key, { x, y }]))],
    ["ways", ways.map((way) => way.map(({ x, y }) => ({ x, y })))],
    ["folded", objectOf([...folded])],
    ["pins", objectOf([...pins] as unknown as Entry[])],
    ["notes", notes as unknown as Value],
    ["groups", groups as unknown as Value],
    ["samples", objectOf([...samples])],
    ["presets", objectOf([...presets])],
    ["promotions", objectOf([...promotions])],
    ["codeOf", objectOf([...codeOf])],
  ];
  return objectOf(
    parts.filter(([, value]) => (isList(value) ? value.length > 0 : entries(value).length > 0 || !isObject(value))),
  );
}

/** The text of a side file. */
export function printBeside(beside: Beside): string {
  const parts = entries(besideValue(beside)).map(([key, value]) => `  ${JSON.stringify(key)}: ${printPart(value)}`);
  return `{\n${parts.join(",\n")}\n}\n`;
}

/**
 * A side file's text with what a person wrote into the one before and the editor knows nothing of: the rules that `stepwire check` is to ignore
 * there.
 */
export function keepIgnores(printed: string, before: string): string {
  const [was, is] = [parseValue(before), parseValue(printed)];
  const ignores = was.ok ? get(was.value, "ignores") : undefined;
  if (ignores === undefined || !is.ok || get(is.value, "ignores") !== undefined) return printed;
  return printed.replace(/\n\}\n$/, () => `,\n  "ignores": ${printPart(ignores)}\n}\n`);
}

function printPart(value: Value): string {
  if (isList(value)) return `[\n${value.map((item) => `    ${serialise(item)}`).join(",\n")}\n  ]`;
  if (!isObject(value)) return serialise(value);
  const lines = entries(value).map(([key, item]) => `    ${JSON.stringify(key)}: ${serialise(item)}`);
  return `{\n${lines.join(",\n")}\n  }`;
}

/** Reads a side file; null for text that is none, or a newer Stepwire's. What is damaged in it is left out. */
export function readBeside(source: string): Beside | null {
  const parsed = parseValue(source);
  if (!parsed.ok || !isObject(parsed.value) || get(parsed.value, "version") !== version) return null;
  return besideOf(parsed.value);
}

/** The value that `besideValue` made. */
export function besideOf(value: ObjectValue): Beside {
  return {
    name: text(get(value, "name")) ?? "",
    layout: mapOf(get(value, "layout"), positionOf),
    ways: listOf(get(value, "ways"), wayOf),
    folded: mapOf(get(value, "folded"), texts),
    pins: mapOf(get(value, "pins"), pinsOf),
    notes: listOf(get(value, "notes"), noteOf),
    groups: listOf(get(value, "groups"), groupOf),
    samples: mapOf(get(value, "samples"), (sample) => sample),
    presets: mapOf(get(value, "presets"), objectOnly),
    promotions: mapOf(get(value, "promotions"), objectOnly),
    codeOf: mapOf(get(value, "codeOf"), texts),
  };
}

const objectOnly = (value: Value) => (isObject(value) ? value : null);

function mapOf<Item>(value: Value | undefined, read: (item: Value) => Item | null): ReadonlyMap<string, Item> {
  return new Map(
    entries(value).flatMap(([key, item]) => {
      const made = read(item);
      return made === null ? [] : [[key, made] as const];
    }),
  );
}

function listOf<Item>(value: Value | undefined, read: (item: Value) => Item | null): readonly Item[] {
  return (isList(value) ? value : []).map(read).filter((item) => item !== null);
}

function numberAt(value: Value, key: string): number | null {
  const number = get(value, key);
  return typeof number === "number" && Number.isFinite(number) ? number : null;
}

function positionOf(value: Value): Position | null {
  const [x, y] = [numberAt(value, "x"), numberAt(value, "y")];
  return x === null || y === null ? null : { x, y };
}

function wayOf(value: Value): Way | null {
  const way = listOf(value, positionOf);
  return way.length < 2 ? null : way;
}

const texts = (value: Value | undefined) => listOf(value, (item) => text(item) ?? null);

function pinsOf(value: Value): Pins | null {
  return isObject(value) ? { inputs: texts(get(value, "inputs")), outputs: texts(get(value, "outputs")) } : null;
}

const colourOf = (value: Value): Colour | undefined => colours.find((colour) => colour === get(value, "colour"));

function noteOf(value: Value): Note | null {
  const id = text(get(value, "id"));
  const place = positionOf(get(value, "place") ?? null);
  const size = get(value, "size") ?? null;
  const [width, height] = [numberAt(size, "width"), numberAt(size, "height")];
  if (id === undefined || place === null || width === null || height === null) return null;
  const colour = colourOf(value);
  const note = { id, text: text(get(value, "text")) ?? "", place, size: { width, height } };
  return colour === undefined ? note : { ...note, colour };
}

function groupOf(value: Value): Group | null {
  const id = text(get(value, "id"));
  if (id === undefined) return null;
  return {
    id,
    title: text(get(value, "title")) ?? "",
    colour: colourOf(value) ?? colours[0],
    steps: texts(get(value, "steps")),
  };
}
