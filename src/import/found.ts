import { type DefinitionResult, parseDefinition, positionOf, type Refusal } from "../pipeline/definition/parse";
import { serialise } from "../pipeline/definition/serialise";
import { entries, isList, isObject, type Value } from "../pipeline/definition/value";
import type { Finding } from "./forms/form";
import { asItStands, type MappedText } from "./source/mappedText";

/** A definition that was found in a file, and read. */
export interface FoundDefinition {
  /** The pipeline's name, null where the file does not say it. */
  readonly name: string | null;
  /** What the file is, "a notebook", and what of it was read: "the definition printed in cell 1"; null for a definition itself. */
  readonly taken: { readonly label: string; readonly what: string } | null;
  /** The file of a folder or an archive that it stands in. */
  readonly file: string | null;
  /** A refusal has its place in the file. */
  readonly result: DefinitionResult;
  readonly json: MappedText;
  /** The text of the file. */
  readonly source: string;
}

/** One at least. */
export type ImportResult =
  | { readonly ok: true; readonly found: readonly [FoundDefinition, ...FoundDefinition[]] }
  | { readonly ok: false; readonly refusal: Refusal };

/** A file that is nothing but a definition. */
export function itself(source: string, result: DefinitionResult): FoundDefinition {
  return { name: null, taken: null, file: null, result, json: asItStands(source), source };
}

export function readFinding({ name, what, json }: Finding, label: string, source: string): FoundDefinition {
  const result = inFile(parseDefinition(json.text), json, source);
  return { name, taken: { label, what }, file: null, result, json, source };
}

function inFile(result: DefinitionResult, json: MappedText, source: string): DefinitionResult {
  if (result.ok) return result;
  const refusal = sayHole(result.refusal, json.text);
  const at = json.offsetOf(offsetOf(json.text, refusal));
  return { ok: false, refusal: { ...refusal, ...positionOf(source, at) } };
}

/** The offset of a line and a column, as `positionOf` counts them. */
export function offsetOf(text: string, { line, column }: Pick<Refusal, "line" | "column">): number {
  const ends = /\r\n|\n|\r/g;
  for (let i = 1; i < line; i++) if (ends.exec(text) === null) break;
  return Math.min(ends.lastIndex + column - 1, text.length);
}

/** Where a template's hole stands outside of a text, nobody can say what the definition is: it is filled in first. */
export function sayHole(refusal: Refusal, text: string): Refusal {
  if (refusal.code === "not-a-definition" && /"Steps"\s*:\s*"(\$\{|\{\{|<%)/.test(text)) {
    const message = `${refusal.message} A hole stands in its place: render the template first (with Terraform: \`terraform show -json\` of a plan), and open what comes out.`;
    return { ...refusal, message };
  }
  if (refusal.code !== "not-json") return refusal;
  const at = offsetOf(text, refusal);
  const hole = /^(\$\{[^}\n]{0,80}\}?|%\{[^}\n]{0,80}\}?|\{\{[^}\n]{0,80}(\}\})?|\{%.{0,80}?%\}|<%.{0,80}?%>)/;
  const [seen] = hole.exec(text.slice(at, at + 100)) ?? hole.exec(text.slice(Math.max(0, at - 1), at + 100)) ?? [];
  if (seen === undefined) return refusal;
  const message = `This is a template: the hole ${seen} stands outside of a text and is not filled in yet. Render the template first (with Terraform: \`terraform show -json\` of a plan), and open what comes out.`;
  return { ...refusal, message };
}

/** What was printed twice, once: the first of them, under the name that any of them says. */
export function withoutRepeats(all: readonly FoundDefinition[]): readonly FoundDefinition[] {
  const kept = new Map<string, FoundDefinition>();
  for (const [index, found] of all.entries()) {
    const same = found.result.ok ? meaningOf(found.result.value) : `fault ${index}`;
    const before = kept.get(same);
    if (before === undefined) kept.set(same, found);
    else if (before.name === null) kept.set(same, { ...before, name: found.name });
    else if (found.name !== null && found.name !== before.name) kept.set(`${same} ${index}`, found);
  }
  return [...kept.values()];
}

/** The same for two values that differ in the order of their keys alone: `pprint` sorts them. */
function meaningOf(value: Value): string {
  if (isList(value)) return `[${value.map(meaningOf).join()}]`;
  if (!isObject(value)) return serialise(value);
  return `{${[...entries(value)]
    .map(([key, item]) => `${JSON.stringify(key)}:${meaningOf(item)}`)
    .sort()
    .join()}}`;
}
