import type { Path } from "../../definition/path";
import { eachEntry, get, getIn, isList, isObject, type ObjectValue, text, type Value } from "../../definition/value";
import type { StepEntry } from "../../graph/stepTree";
import { readExpression } from "../../references/read";
import { stepTypeOf } from "../../steps";

/** A text that stands in a field which could read an output instead. */
export interface TypedIn {
  readonly path: Path;
  /** The text; a Join as its parts, its references in braces. */
  readonly text: string;
  /** It names a place (in S3, an ARN, an address), not just a word. */
  readonly isPlace: boolean;
  /** True inside a `Std:JsonGet`. */
  readonly isJsonFile: boolean;
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
}

export interface Places {
  readonly typedIn: readonly TypedIn[];
  readonly produced: readonly Produced[];
}

const remembered = new WeakMap<ObjectValue, Places>();

/** The texts that a step has typed in, and the places that it writes to. Remembered by the step object. */
export function placesOfStep(entry: StepEntry): Places {
  let places = remembered.get(entry.step);
  if (places === undefined) {
    places = { typedIn: typedInBy(entry), produced: producedBy(entry) };
    remembered.set(entry.step, places);
  }
  return places;
}

/** Fields that say where a step writes, by the names of what they lie in: they read nothing. */
const writes = /Output|Destination|Checkpoint|TensorBoard|DebugHook|Profiler|ResultConfiguration/;

function typedInBy({ step, type }: StepEntry): readonly TypedIn[] {
  const stepType = stepTypeOf(type);
  const found: TypedIn[] = [];
  // What a Cleanup step deletes is named by its objects.
  if (type === "Cleanup") return found;
  const visit = (value: Value, path: Path, isJsonFile: boolean): void => {
    const last = path.at(-1);
    if (stepType.argumentsForm === "request" && typeof last === "string" && writes.test(last)) return;
    const said = templateOf(value);
    if (said !== null) {
      if (said.length >= 6)
        found.push({
          path,
          text: withoutSlash(said),
          isPlace: /^(?:s3:\/\/|arn:|https?:\/\/)./.test(said),
          isJsonFile,
        });
    } else if (isList(value)) {
      for (const [index, item] of value.entries()) visit(item, [...path, index], isJsonFile);
    } else if (isObject(value)) {
      const expression = readExpression(value);
      if (expression?.kind === "jsonGet")
        visit(get(expression.source, "S3Uri") ?? null, [...path, "Std:JsonGet", "S3Uri"], true);
      if (expression !== null) return;
      eachEntry(value, (key, item) => {
        if (path.length > 1 || !stepType.slots.some((slot) => slot.key === key))
          visit(item, [...path, key], isJsonFile);
      });
    }
  };
  visit(get(step, "Arguments") ?? null, ["Arguments"], false);
  return found;
}

function producedBy(entry: StepEntry): readonly Produced[] {
  const { key, step, type } = entry;
  const at = (path: Path) => placeAt(getIn(step, ["Arguments", ...path]));
  const make = (output: string, label: string, place: string | null, isDeclared = false): Produced => ({
    step: key,
    output,
    label,
    place,
    isDeclared,
  });
  if (type === "Processing") {
    const list = getIn(step, ["Arguments", "ProcessingOutputConfig", "Outputs"]);
    return (isList(list) ? list : []).flatMap((output) => {
      const name = text(get(output, "OutputName"));
      const place = placeAt(getIn(output, ["S3Output", "S3Uri"]));
      return name === undefined ? [] : [make(`ProcessingOutputConfig.Outputs['${name}'].S3Output.S3Uri`, name, place)];
    });
  }
  if (type === "Training")
    return [make("OutputDataConfig.S3OutputPath", "S3OutputPath", at(["OutputDataConfig", "S3OutputPath"]))];
  if (type === "Transform")
    return [make("TransformOutput.S3OutputPath", "S3OutputPath", at(["TransformOutput", "S3OutputPath"]))];
  if (stepTypeOf(type).outputsForm !== "declared") return [];
  const list = get(step, "OutputParameters");
  return (isList(list) ? list : []).flatMap((output) => {
    const name = text(get(output, "OutputName"));
    const isText = get(output, "OutputType") === "String";
    return name === undefined || !isText ? [] : [make(`OutputParameters['${name}']`, name, null, true)];
  });
}

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
