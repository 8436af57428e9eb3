/** A definition inside another file, such as a template, replaced where it stands: all else of the file stays byte for byte. */
import { rewrite } from "../pipeline/definition/rewrite";
import { type ObjectValue, setKey } from "../pipeline/definition/value";
import { importText } from ".";
import type { MappedText } from "./source/mappedText";

/** A file whose definition can be replaced where it stands, or why it cannot. */
export type InPlace =
  | {
      readonly ok: true;
      /** The text of the definition, as it stands in the file. */
      readonly json: string;
      readonly definition: ObjectValue;
      /** The file with another text of the definition; null where its form cannot hold that one. */
      readonly replace: (json: string) => Promise<string | null>;
    }
  | {
      readonly ok: false;
      readonly why: string;
      /** Whether there is a definition in it all the same, of which a copy can be opened. */
      readonly holds: boolean;
    };

/** What a list of files says of one: its definition, or why it is not edited in place; null where there is none in it. */
export async function definitionIn(text: string, fileName: string) {
  const place = await definitionInPlace(text, fileName);
  if (place.ok) return { definition: place.definition };
  const why = `It is not edited in place: ${place.why}. Open a copy of it with \`stepwire open --copy\`.`;
  return place.holds ? { why } : null;
}

/** How a text may be written where it stands: as it is, or in the quotes of some language. What comes of it is read again. */
const writings: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => JSON.stringify(text).slice(1, -1),
  (text) => text.replaceAll("'", "''"),
];

/**
 * @param text the whole file
 * @param fileName its name, whose ending tells its form
 */
export async function definitionInPlace(text: string, fileName: string): Promise<InPlace> {
  const mark = text.startsWith("\uFEFF") ? "\uFEFF" : "";
  const source = text.slice(mark.length);
  const read = await importText(source, fileName);
  if (!read.ok) return { ok: false, why: read.refusal.message, holds: false };
  const [found, ...more] = read.found;
  if (more.length > 0)
    return {
      ok: false,
      why: `it holds ${read.found.length} pipelines, and one at a time is edited in place`,
      holds: true,
    };
  if (!templates.has(found.taken?.label ?? ""))
    return { ok: false, why: "it is no template that holds a definition", holds: false };
  if (!found.result.ok) return { ok: false, why: found.result.refusal.message, holds: true };
  if (mayBeHole.test(found.json.text))
    return { ok: false, why: "its definition has holes that are filled in elsewhere", holds: true };
  const replace = async (json: string) => {
    if (mayBeHole.test(json)) return null;
    const replaced = await replaceIn(source, fileName, found.json, json);
    return replaced === null ? null : mark + replaced;
  };
  // Tried before anyone edits: one more key, on lines of its own where the rest is.
  if ((await replace(rewrite(found.json.text, tried(found.result.value)))) === null)
    return { ok: false, why: "its definition is put together by the file, not written in it", holds: true };
  return { ok: true, json: found.json.text, definition: found.result.value, replace };
}

/** What people keep beside their code: an answer of the service, a plan or a notebook is not written by hand. */
const templates = new Set(["a CloudFormation template", "Terraform code", "a Kubernetes resource"]);

/** What a template takes for a hole to be filled in. */
const mayBeHole = /[$%]\{|\{\{|<%/;

function tried(definition: ObjectValue): ObjectValue {
  return setKey(definition, "StepwireTries", ["\"quoted\" \\ 'it'", { Key: "é" }]);
}

/** The part that differs, written in each way that it may be: the one that reads back as the text wanted, and leaves nothing else. */
async function replaceIn(source: string, fileName: string, old: MappedText, json: string): Promise<string | null> {
  if (json === old.text) return source;
  const { head, tail } = sameEnds(old.text, json);
  const changed = json.slice(head, json.length - tail);
  for (const offsetOf of [(at: number) => placeOf(old, at), old.offsetOf]) {
    const [before, behind] = [source.slice(0, offsetOf(head)), source.slice(offsetOf(old.text.length - tail))];
    for (const ending of lineEndings(source, old)) {
      for (const write of writings) {
        const replaced = before + withMargin(write(changed), ending) + behind;
        const read = await importText(replaced, fileName);
        if (read.ok && read.found.length === 1 && read.found[0].json.text === json) return replaced;
      }
    }
  }
  return null;
}

/** White space that begins a line belongs to what follows it: before it may stand the margin that the file gives each line. */
function placeOf({ text, offsetOf }: MappedText, at: number): number {
  const blank = /[^\S\n]*/y;
  blank.lastIndex = at;
  const length = blank.exec(text)?.[0].length ?? 0;
  const next = text[at + length];
  return next === undefined || next === "\n" ? offsetOf(at) : offsetOf(at + length) - length;
}

/** A line feed as the lines of the definition have it: with the margin that they stand at. */
function lineEndings(source: string, old: MappedText): readonly string[] {
  const second = old.text.indexOf("\n") + 1;
  if (second === 0) return ["\n"];
  const at = placeOf(old, second);
  const before = source.slice(0, at);
  const margin = /(\r?\n)[^\S\n]*$/.exec(before)?.[0];
  return margin === undefined || margin === "\n" ? ["\n"] : [margin, "\n"];
}

/** An empty line has no margin. */
function withMargin(text: string, ending: string): string {
  const bare = ending.slice(0, ending.indexOf("\n") + 1);
  return text
    .replaceAll(/\n(?=\n)/g, "\0")
    .replaceAll("\n", ending)
    .replaceAll("\0", bare);
}

/** How many characters are the same at the beginning and, of the rest, at the end. */
function sameEnds(before: string, after: string): { readonly head: number; readonly tail: number } {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < shorter - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  return { head, tail };
}
