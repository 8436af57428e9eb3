import type { Path, Segment } from "../definition/path";
import type { ApiModel, Shape } from "./model";
import type { Place } from "./place";
import { outputPlaces } from "./placesOf";
import type { StepType } from "./stepType";

/** The kinds of value that outputs give, wires carry and fields take. */
export type ValueKind =
  | "string"
  | "integer"
  | "float"
  | "boolean"
  | "structure"
  | "list"
  | "map"
  | "propertyFile"
  | "unknown";

export interface ResponseOutput {
  /** What stands behind `Steps.NAME.`, written as the Python SDK writes it: `FinalMetricDataList['auc'].Value`. */
  readonly path: string;
  readonly segments: Path;
  readonly kind: ValueKind;
  readonly documentationKey: string | null;
}

export interface OutputFilter {
  /** How many segments deep; 8 reaches every scalar that is of use. */
  readonly depth?: number;
  /** The elements of the list or the keys of the map at a path. Without it: `[0]` of every list, nothing of a map. */
  readonly elements?: (at: Path, shape: Shape) => readonly Segment[];
}

/** So many elements of one list, or keys of one map, are listed, and so many of a step: nobody looks through more. */
const mostInOne = 2_000;
const mostOfAll = 5_000;

const firstOfLists = (_at: Path, shape: Shape): readonly Segment[] => (shape.kind === "list" ? [0] : []);

/** Every scalar that a step's response offers, in the API's order; of thousands in one list or map only the first. */
export function listOutputs(
  model: ApiModel | null | undefined,
  stepType: StepType,
  filter: OutputFilter = {},
): readonly ResponseOutput[] {
  const { depth = 8, elements = firstOfLists } = filter;
  const found: ResponseOutput[] = [];
  const visit = (place: Place, path: string, segments: Path, above: readonly string[]): void => {
    const { shape, shapeName, documentationKey } = place;
    if (shape === null || found.length >= mostOfAll) return;
    const kind = outputKindOf(shape);
    if (kind !== "structure" && kind !== "list" && kind !== "map") {
      found.push({ path, segments, kind, documentationKey });
      return;
    }
    // A shape inside itself would never end.
    if (segments.length >= depth || above.includes(shapeName)) return;
    const inside =
      kind === "structure"
        ? Array.from(place.members(), ({ name }) => name)
        : elements(segments, shape).slice(0, mostInOne);
    for (const segment of inside) {
      visit(place.at(segment), printProperty(path, segment, shape), [...segments, segment], [...above, shapeName]);
    }
  };
  visit(outputPlaces(stepType, model), "", [], []);
  return found;
}

/** Adds a segment to the text of an output: a structure's member by a dot, everything else in brackets. */
export function printProperty(path: string, segment: Segment, of: Shape): string {
  if (typeof segment === "number") return `${path}[${segment}]`;
  if (of.kind !== "structure") return `${path}['${segment}']`;
  return path === "" ? segment : `${path}.${segment}`;
}

/** Times and bytes are read as text; of a free document, and where no model knows, nothing is known. */
export function outputKindOf(shape: Shape | null): ValueKind {
  if (shape === null) return "unknown";
  switch (shape.kind) {
    case "timestamp":
    case "blob":
      return "string";
    case "document":
    case "any":
      return "unknown";
    default:
      return shape.kind;
  }
}
