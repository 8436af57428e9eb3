import { lookup } from "../../definition/byName";
import { lastName, type Path, parsePath, type Segment } from "../../definition/path";
import {
  get,
  getIn,
  isList,
  isObject,
  type ObjectValue,
  OrderedObject,
  onlyKey,
  text,
  type Value,
} from "../../definition/value";
import type { StepEntry } from "../../graph/stepTree";
import { readExpression } from "../../references/read";
import type { StepType } from "../../schema/stepType";
import { stepTypeOf } from "../../steps";
import { runOfType } from "../../steps/runs";
import { type FieldName, fieldName } from "../../wiring";
import { words } from "../../wiring/match";
import { perStep } from "../perStep";

/** A text that stands in a field which could read an output instead. */
export class TypedIn {
  readonly path: Path;
  /** The text; a Join as its parts, its references in braces. */
  readonly text: string;
  /** It names a place (in S3, an ARN, an address), not just a word. */
  readonly isPlace: boolean;
  /** True inside a `Std:JsonGet`. */
  readonly isJsonFile: boolean;
  private readonly step: ObjectValue;
  private readWords: readonly string[] | null = null;
  private readParents: readonly string[] | null = null;

  constructor(step: ObjectValue, path: Path, text: string, isPlace: boolean, isJsonFile: boolean) {
    this.step = step;
    this.path = path;
    this.text = text;
    this.isPlace = isPlace;
    this.isJsonFile = isJsonFile;
  }

  /** What the field is called. */
  get field(): FieldName {
    return fieldName(this.step, this.path);
  }

  /** Words by which an output may be called that the field wants. */
  get words(): readonly string[] {
    this.readWords ??= wordsOf(this.field);
    return this.readWords;
  }

  /** Where the slashes of a place in S3 are, the last first: each beginning may be a place of its own. */
  get parents(): readonly string[] {
    this.readParents ??= this.isPlace ? parentsOf(this.text) : [];
    return this.readParents;
  }
}

function wordsOf({ hint, label }: FieldName): readonly string[] {
  const first = firstWord(label);
  const hinted = hint === null ? null : firstWord(hint);
  if (hinted === null || hinted === first) return first === null ? [] : [first];
  return first === null ? [hinted] : [hinted, first];
}

const firstWords = new Map<string, string | null>();

/** The same few names of fields come again and again. */
function firstWord(name: string): string | null {
  let word = firstWords.get(name);
  if (word === undefined) {
    word = words(name)[0] ?? null;
    if (firstWords.size > 5_000) firstWords.clear();
    firstWords.set(name, word);
  }
  return word;
}

/** An output of a step that others could read. */
export interface Produced {
  readonly step: string;
  /** What stands behind `Steps.NAME.` */
  readonly output: string;
  /** What people call it. */
  readonly label: string;
  /** Where it is written, without a slash at the end; null where the step does not say. */
  readonly place: string | null;
  /** It is declared by name alone, and says nothing of where it lies. */
  readonly isDeclared: boolean;
  readonly words: readonly string[];
}

export interface Places {
  readonly typedIn: readonly TypedIn[];
  readonly produced: readonly Produced[];
}

const remembered = perStep<Places>();

/** The texts that a step has typed in, and the places that it writes to. Remembered by the step object. */
export function placesOfStep(entry: StepEntry): Places {
  let places = remembered.get(entry);
  if (places === undefined) {
    places = { typedIn: typedInBy(entry, true), produced: producedBy(entry) };
    remembered.set(entry, places);
  }
  return places;
}

/** Fields that say where a step writes, by the names of what they lie in: they read nothing. */
const writes = /Output|Destination|Checkpoint|TensorBoard|DebugHook|Profiler|ResultConfiguration/;

/** All texts that a step has typed in, places or not: for the few definitions that have samples to hold beside them. */
export function textsOfStep(entry: StepEntry): readonly TypedIn[] {
  return typedInBy(entry, false);
}

const none: readonly TypedIn[] = [];

function typedInBy(entry: StepEntry, placesOnly: boolean): readonly TypedIn[] {
  const { step, type } = entry;
  // What a Cleanup step deletes is named by its objects.
  if (type === "Cleanup") return none;
  const search = new Search(step, stepTypeOf(type), placesOnly);
  search.visit(get(step, "Arguments") ?? null, false);
  return search.found.length === 0 ? none : search.found;
}

/** Goes through the arguments with one path that grows and shrinks: few of them are typed-in places. */
class Search {
  readonly found: TypedIn[] = [];
  private readonly at: Segment[] = ["Arguments"];
  private readonly stepType: StepType;

  private readonly placesOnly: boolean;

  private readonly step: ObjectValue;

  constructor(step: ObjectValue, stepType: StepType, placesOnly: boolean) {
    this.step = step;
    this.stepType = stepType;
    this.placesOnly = placesOnly;
  }

  visit(value: Value, isJsonFile: boolean): void {
    if (typeof value === "string") this.add(value, isJsonFile);
    else if (isList(value)) for (let i = 0; i < value.length; i++) this.into(i, value[i] as Value, isJsonFile);
    else if (isObject(value)) this.visitObject(value, isJsonFile);
  }

  private visitObject(value: ObjectValue, isJsonFile: boolean): void {
    const key = onlyKey(value);
    const expression = key === "Get" || key === "Std:Join" || key === "Std:JsonGet" ? readExpression(value) : null;
    if (expression === null) this.visitMembers(value, isJsonFile);
    else if (expression.kind === "join") {
      const said = templateOf(value);
      if (said !== null) this.add(said, isJsonFile);
    } else if (expression.kind === "jsonGet") {
      this.at.push("Std:JsonGet", "S3Uri");
      this.visit(get(expression.source, "S3Uri") ?? null, true);
      this.at.length -= 2;
    }
  }

  /** No function is made for an object: there are many. */
  private visitMembers(value: ObjectValue, isJsonFile: boolean): void {
    if (value instanceof OrderedObject) for (const [key, item] of value.list) this.member(key, item, isJsonFile);
    else for (const key in value) this.member(key, value[key] as Value, isJsonFile);
  }

  private member(key: string, value: Value, isJsonFile: boolean): void {
    if (!this.mayHold(value)) return;
    const { slots, argumentsForm } = this.stepType;
    if (this.at.length === 1 && slots.some((slot) => slot.key === key)) return;
    if (argumentsForm === "request" && saysWhereToWrite(key)) return;
    this.into(key, value, isJsonFile);
  }

  /** Most values tell by one look that they are no such text. */
  private mayHold(value: Value): boolean {
    if (typeof value === "string") return !this.placesOnly || isPlace(value);
    return typeof value === "object" && value !== null;
  }

  private into(segment: Segment, value: Value, isJsonFile: boolean): void {
    this.at.push(segment);
    this.visit(value, isJsonFile);
    this.at.pop();
  }

  private add(said: string, isJsonFile: boolean): void {
    const names = isPlace(said);
    if (said.length < 6 || (this.placesOnly && !names)) return;
    this.found.push(new TypedIn(this.step, this.at.slice(), withoutSlash(said), names, isJsonFile));
  }
}

function parentsOf(place: string): readonly string[] {
  const parents: string[] = [];
  for (let end = place.lastIndexOf("/"); end > "s3://".length; end = place.lastIndexOf("/", end - 1)) {
    parents.push(place.slice(0, end));
  }
  return parents;
}

function isPlace(text: string): boolean {
  return text.startsWith("s3://") || text.startsWith("arn:") || /^https?:\/\//.test(text);
}

const writers = new Map<string, boolean>();

function saysWhereToWrite(key: string): boolean {
  let does = writers.get(key);
  if (does === undefined) {
    if (writers.size > 5_000) writers.clear();
    does = writes.test(key);
    writers.set(key, does);
  }
  return does;
}

function producedBy(entry: StepEntry): readonly Produced[] {
  // Only steps that bear their name alone are suggested, so it is the key.
  const { name: key, step, type } = entry;
  const stepType = stepTypeOf(type);
  const { writes } = runOfType(type);
  if (writes.length > 0) return writtenBy(key, step, writes, stepType);
  if (stepType.outputsForm !== "declared") return [];
  const list = get(step, "OutputParameters");
  return (isList(list) ? list : []).flatMap((output) => {
    const name = text(get(output, "OutputName"));
    const isText = get(output, "OutputType") === "String";
    return name === undefined || !isText ? [] : [made(key, `OutputParameters['${name}']`, name, null, true)];
  });
}

/** Where the request says to write to: the outputs that repeat it, one for each element that the step names. */
function writtenBy(key: string, step: ObjectValue, outputs: readonly string[], { namedLists }: StepType): Produced[] {
  return outputs.flatMap((output) => {
    const [list = "", below] = output.split("['*'].");
    if (below === undefined) {
      const at = parsePath(output) ?? [];
      return [made(key, output, lastName(at), placeAt(getIn(step, ["Arguments", ...at])))];
    }
    const named = lookup(namedLists ?? {}, list);
    const elements = named === undefined ? undefined : getIn(step, parsePath(named.at) ?? []);
    return (isList(elements) ? elements : []).flatMap((element) => {
      const name = text(get(element, named?.name ?? ""));
      if (name === undefined) return [];
      return [made(key, `${list}['${name}'].${below}`, name, placeAt(getIn(element, parsePath(below) ?? [])))];
    });
  });
}

function made(step: string, output: string, label: string, place: string | null, isDeclared = false): Produced {
  return { step, output, label, place, isDeclared, words: isDeclared ? [...new Set(words(label))] : noWords };
}
const noWords: readonly string[] = [];

/** Where an output lies. A whole bucket says nothing: everything lies in one. */
function placeAt(value: Value | undefined): string | null {
  const said = templateOf(value ?? null);
  if (said === null) return null;
  const place = withoutSlash(said);
  return /^s3:\/\/[^/]+\/./.test(place) ? place : null;
}

/** A text, or a Join of texts, parameters and execution variables; null for what reads a step, and for all else. */
export function templateOf(value: Value): string | null {
  if (typeof value === "string") return value;
  const expression = readExpression(value);
  if (expression?.kind !== "join") return null;
  const parts = expression.values.map((part) => {
    if (typeof part === "string" || typeof part === "number") return String(part);
    const inner = readExpression(part);
    if (inner?.kind === "join") return templateOf(part);
    const isFixed = inner?.kind === "get" && inner.reference.kind !== "step" && inner.reference.kind !== "currentItem";
    return isFixed ? `{${inner.text}}` : null;
  });
  return parts.some((part) => part === null) ? null : parts.join(expression.on);
}

function withoutSlash(place: string): string {
  return place.endsWith("/") && !place.endsWith("//") ? place.slice(0, -1) : place;
}
