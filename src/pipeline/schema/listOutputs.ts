import type { Path, Segment } from "../definition/path";
import type { ApiModel, Shape } from "./model";
import { below, type FieldShape, outputShapeAt } from "./shapeAt";
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

const firstOfLists = (_at: Path, shape: Shape): readonly Segment[] => (shape.kind === "list" ? [0] : []);

/** Every scalar that a step's response offers, in the API's order. */
export function listOutputs(
  model: ApiModel | null | undefined,
  stepType: StepType,
  filter: OutputFilter = {},
): readonly ResponseOutput[] {
  const root = outputShapeAt(model, stepType, []);
  if (root === null || !model) return [];
  const { depth = 8, elements = firstOfLists } = filter;
  const found: ResponseOutput[] = [];
  const visit = (field: FieldShape, path: string, segments: Path, above: readonly string[]): void => {
    const kind = outputKindOf(field.shape);
    if (kind !== "structure" && kind !== "list" && kind !== "map") {
      found.push({ path, segments, kind, documentationKey: field.documentationKey });
      return;
    }
    // A shape inside itself would never end.
    if (segments.length >= depth || above.includes(field.shapeName)) return;
    for (const segment of segmentsOf(field.shape, segments, elements)) {
      const inner = below(model, field, segment, true);
      const printed = printProperty(path, segment, field.shape);
      if (inner !== null) visit(inner, printed, [...segments, segment], [...above, field.shapeName]);
    }
  };
  visit(root, "", [], []);
  return found;
}

function segmentsOf(shape: Shape, at: Path, elements: NonNullable<OutputFilter["elements"]>): readonly Segment[] {
  return shape.kind === "structure" ? shape.members.map(({ name }) => name) : elements(at, shape);
}

/** Adds a segment to the text of an output: a structure's member by a dot, everything else in brackets. */
export function printProperty(path: string, segment: Segment, of: Shape): string {
  if (typeof segment === "number") return `${path}[${segment}]`;
  if (of.kind !== "structure") return `${path}['${segment}']`;
  return path === "" ? segment : `${path}.${segment}`;
}

/** Times and bytes are read as text (pipeline-definition 3.2); of a free document nothing is known. */
export function outputKindOf(shape: Shape): ValueKind {
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
