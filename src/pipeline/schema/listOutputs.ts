import type { Path, Segment } from "../definition/path";
import { oncePerStep } from "../remember";
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
  const visit = (node: OutputNode): void => {
    const { shape } = node.place;
    if (shape === null || found.length >= mostOfAll) return;
    if (node.output !== null) found.push(node.output);
    else if (node.segments.length >= depth || node.isWithinItself) return;
    else if (shape.kind === "structure") for (const member of node.members()) visit(member);
    else for (const segment of elements(node.segments, shape).slice(0, mostInOne)) visit(node.at(segment));
  };
  visit(rootNode(outputPlaces(stepType, model)));
  return found;
}

const rootNode = oncePerStep((place: Place) => new OutputNode(place, "", [], []));

/** A path of the response. Each is made once: the steps of a type share most of theirs. */
class OutputNode {
  readonly place: Place;
  readonly segments: Path;
  /** Null for what holds others. */
  readonly output: ResponseOutput | null;
  /** A shape inside itself would never end. */
  readonly isWithinItself: boolean;
  private readonly path: string;
  private readonly shapes: readonly string[];
  private readonly below = new Map<Segment, OutputNode>();
  private all: readonly OutputNode[] | null = null;

  constructor(place: Place, path: string, segments: Path, above: readonly string[]) {
    const { shape, shapeName, documentationKey } = place;
    const kind = outputKindOf(shape);
    const isScalar = kind !== "structure" && kind !== "list" && kind !== "map";
    this.place = place;
    this.path = path;
    this.segments = segments;
    this.output = isScalar ? { path, segments, kind, documentationKey } : null;
    this.isWithinItself = above.includes(shapeName);
    this.shapes = [...above, shapeName];
  }

  members(): readonly OutputNode[] {
    this.all ??= Array.from(this.place.members(), ({ name }) => this.at(name));
    return this.all;
  }

  at(segment: Segment): OutputNode {
    const known = this.below.get(segment);
    if (known !== undefined) return known;
    const { place, path, segments, shapes, below } = this;
    const printed = place.shape === null ? path : printProperty(path, segment, place.shape);
    const node = new OutputNode(place.at(segment), printed, [...segments, segment], shapes);
    // The keys of a map are the author's, any number of them.
    if (below.size >= mostInOne) below.clear();
    below.set(segment, node);
    return node;
  }
}

/** Adds a segment to the text of an output: a structure's member by a dot, everything else in brackets. */
function printProperty(path: string, segment: Segment, of: Shape): string {
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
