import type { Path, Segment } from "../../definition/path";
import { append } from "../../definition/shortList";
import { get, getIn, type ObjectValue, type Value } from "../../definition/value";
import type { StepEntry } from "../../graph/stepTree";
import { oncePerObject, oncePerStep } from "../../remember";
import { type Place, unknownPlace } from "../../schema/place";
import { type Look, type Visited, Walk } from "../../schema/walk";
import { type FieldName, fieldName } from "../../wiring/fieldName";
import { words } from "../../wiring/match";
import { templateOf, withoutSlash } from "./produced";

/** A text that stands in a field which could read an output instead. */
export class TypedIn {
  readonly path: Path;
  /** The text; a Join as its parts, its references in braces. */
  readonly text: string;
  /** It names a place (in S3, an ARN, an address), not just a word. */
  readonly isLocation: boolean;
  /** True inside a `Std:JsonGet`. */
  readonly isJsonFile: boolean;
  private readonly step: ObjectValue;
  constructor(step: ObjectValue, path: Path, text: string, isLocation: boolean, isJsonFile: boolean) {
    this.step = step;
    this.path = path;
    this.text = text;
    this.isLocation = isLocation;
    this.isJsonFile = isJsonFile;
  }

  /** What the field is called. */
  get field(): FieldName {
    return fieldName(this.step, this.path);
  }

  /** Words by which an output may be called that the field wants. */
  get words(): readonly string[] {
    const { hint, label } = this.field;
    const first = firstWord(label);
    const hinted = hint === null ? null : firstWord(hint);
    if (hinted === null || hinted === first) return first === null ? noWords : [first];
    return first === null ? [hinted] : [hinted, first];
  }

  /** Where the slashes of a place in S3 are, the last first: each beginning may be a place of its own. */
  get parents(): readonly string[] {
    const parents: string[] = [];
    if (!this.isLocation) return parents;
    const { text } = this;
    for (let end = text.lastIndexOf("/"); end > "s3://".length; end = text.lastIndexOf("/", end - 1)) {
      parents.push(text.slice(0, end));
    }
    return parents;
  }
}

/** The same few names of fields come again and again. */
const firstWord = oncePerObject((name: string): string | null => words(name)[0] ?? null);

const none: readonly TypedIn[] = [];
const noWords: readonly string[] = [];

/** Collects the texts that a step has typed in as the walk comes to them. */
export class TypedTexts {
  private readonly entry: StepEntry;
  private readonly locationsOnly: boolean;
  private collected: TypedIn[] | null = null;

  constructor(entry: StepEntry, locationsOnly: boolean) {
    this.entry = entry;
    this.locationsOnly = locationsOnly;
  }

  get found(): readonly TypedIn[] {
    return this.collected ?? none;
  }

  visit(field: Visited, look: Look): void {
    const { value, onlyKey } = field;
    if (field.inExpression) return;
    if (look === "texts") {
      if ((!this.locationsOnly || isLocation(value as string)) && this.isInput(field))
        this.add(value as string, field.at, false);
    } else if (look === "expressions" && onlyKey !== "Get" && this.isInput(field)) {
      if (onlyKey === "Std:Join") this.add(templateOf(value), field.at, false);
      else this.add(templateOf(jsonFile(value)), [...field.at, "Std:JsonGet", "S3Uri"], true);
    }
  }

  /** Fields beside the arguments, and those that say where a step writes, read nothing. What a Cleanup step deletes is named by its objects. */
  private isInput({ at, place }: Visited): boolean {
    const { slots, type, argumentsForm } = this.entry.stepType;
    if (at[0] !== "Arguments" || type === "Cleanup") return false;
    // The steps inside speak for themselves.
    if (slots.length > 0 && slots.some(({ key }) => key === at[1])) return false;
    if (argumentsForm === "request" && (writesAt(place) ?? at.some(saysWhereToWrite))) return false;
    return !isCalledOutput(this.entry.step, at);
  }

  private add(said: string | null, at: readonly Segment[], isJsonFile: boolean): void {
    if (said === null || said.length < 6) return;
    const names = isLocation(said);
    if (this.locationsOnly && !names) return;
    const typed = new TypedIn(this.entry.step, at.slice(), withoutSlash(said), names, isJsonFile);
    this.collected = append(this.collected, typed);
  }
}

function jsonFile(value: Value): Value {
  return get(get(value, "Std:JsonGet"), "S3Uri") ?? null;
}

/** By the names of what they lie in. */
const writes = /Output|Destination|Checkpoint|TensorBoard|DebugHook|Profiler|ResultConfiguration/;

function saysWhereToWrite(segment: Segment, index: number): boolean {
  return index > 0 && typeof segment === "string" && writes.test(segment);
}

/** The name that an author gave: `output_path`, `OUTPUT_DIR`, `--output-path` before the text in a list. */
const calledOutput =
  /(?:^|[^a-z])(?:out|output|outputs|dest|destination|upload|target)(?:$|[^a-z])|output(?:Path|Uri|Dir|Location|Prefix)/i;

/** The same few keys come again and again. */
const namesOutput = oncePerObject((name: string) => calledOutput.test(name));

function isCalledOutput(step: ObjectValue, at: readonly Segment[]): boolean {
  const last = at.at(-1);
  const before = typeof last === "number" ? getIn(step, [...at.slice(0, -1), last - 1]) : last;
  return typeof before === "string" && (typeof last === "string" || before.startsWith("-")) && namesOutput(before);
}

/** Null where the place's pattern does not tell all names on the way. */
const writesAt = oncePerStep(({ shape, pattern }: Place) =>
  shape === null || pattern.includes("*") ? null : writes.test(pattern),
);

function isLocation(text: string): boolean {
  const first = text.charCodeAt(0);
  if (first === 115) return text.startsWith("s3://");
  if (first === 97) return text.startsWith("arn:");
  return first === 104 && (text.startsWith("http://") || text.startsWith("https://"));
}

/** Goes through a step for all its texts, places or not. */
class AllTexts extends Walk {
  readonly typed: TypedTexts;
  constructor(entry: StepEntry) {
    super();
    this.typed = new TypedTexts(entry, false);
    this.walk(entry.step, unknownPlace);
  }

  protected visit(look: Look): void {
    this.typed.visit(this, look);
  }
}

/** All texts that a step has typed in, places or not: for the few definitions that have samples to hold beside them. */
export const textsOfStep = oncePerStep((entry: StepEntry): readonly TypedIn[] => new AllTexts(entry).typed.found);
