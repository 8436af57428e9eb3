import { type Path, parsePath, printPath, type Segment } from "../../definition/path";
import type { StepEntry } from "../../graph/stepTree";
import { splitProperty } from "../../references/propertyPath";
import { oncePerObject } from "../../remember";
import { outputPlaces } from "../../schema/placesOf";
import type { StepType } from "../../schema/stepType";
import { isKnownStepType, stepTypeOf } from "../../steps";
import { readInstead } from "../fixes";
import type { Link, Read } from "../link";
import { nearest } from "../nearest";
import type { Neighbours } from "../neighbours";
import type { Rule, Statement } from "../problem";

export const referenceUnknownProperty: Rule = {
  code: "reference-unknown-property",
  severity: "warning",
  why: "A step offers the members of its Describe response, what it declares, and nothing else (developer guide, Pipeline steps, Data dependency). The installed AWS SDK may be behind the service, so an unknown member is only doubted.",
  ofKinds: ["step"],
  checkReference(link, report) {
    if (link.read === null) return;
    const unknown = unknownIn(link.read, link.neighbours);
    if (unknown !== null) report(said(link, link.read, unknown));
  },
};

interface Unknown {
  /** The first segment that is not there; null where the step has no outputs, or none was named. */
  readonly name: string | null;
  readonly at: number;
  readonly known: readonly string[];
}

const none: NonNullable<StepType["ownOutputs"]> = [];

function unknownIn({ source, sourceType: stepType, segments, property }: Read, neighbours: Neighbours): Unknown | null {
  if (!isKnownStepType(source.type)) return null;
  const root = segments[0];
  if (stepType.outputsForm === "none" && (stepType.ownOutputs ?? []).length === 0)
    return { name: null, at: 0, known: [] };
  if (root === "PropertyFiles" || (root === "OutputParameters" && stepType.outputsForm === "declared")) return null;
  const own = stepType.ownOutputs ?? none;
  if (root === undefined) return { name: null, at: 0, known: own.map(({ path }) => path) };
  if (isOwn(stepType, segments) || own.some(({ path }) => path === property)) return null;
  if (stepType.outputsForm === "response") return unknownInResponse(source, stepType, segments, neighbours);
  if (isLoop(stepType) && (root === "IterationOutputs" || root === "Selected"))
    return unknownIteration(source, segments, neighbours);
  const known = stepType.outputsForm === "declared" ? ["OutputParameters"] : own.map(({ path }) => path);
  return { name: String(root), at: 0, known };
}

/** Below an output of the type's own, or inside a document: what is there is not known, so nothing is doubted. */
function isOwn(stepType: StepType, segments: readonly Segment[]): boolean {
  return openOutputs(stepType).some((start) =>
    start.every((segment, i) => segment === "*" || segments[i] === segment || i >= segments.length),
  );
}

const openOutputs = oncePerObject(({ documents = [], ownOutputs = [] }: StepType): readonly Path[] => {
  const printed = [...documents, ...ownOutputs.map(({ path }) => path)];
  return printed.map((path) => splitProperty(path) ?? parsePath(path) ?? []);
});

function unknownInResponse(
  source: StepEntry,
  stepType: StepType,
  segments: readonly Segment[],
  neighbours: Neighbours,
): Unknown | null {
  const model = neighbours.model(source.type);
  if (model === null || stepType.api.hint === true) return null;
  let place = outputPlaces(stepType, model);
  for (let at = 0; at < segments.length; at++) {
    const inner = place.at(segments[at] as Segment);
    if (inner.shape === null) {
      return { name: String(segments[at]), at, known: Array.from(place.members(), ({ name }) => name) };
    }
    place = inner;
  }
  return null;
}

function isLoop({ slots }: StepType): boolean {
  return slots.some(({ edge }) => edge === "each");
}

/** A read of an iteration that leads to no step of the body. An index that is missing has a rule of its own. */
function unknownIteration({ key }: StepEntry, segments: readonly Segment[], neighbours: Neighbours): Unknown | null {
  const [root, index, name] = segments;
  if (root === "Selected" || typeof index !== "number" || name === undefined) return null;
  if (neighbours.step(String(name))?.parent === key) return null;
  const body = neighbours.whole().graph.steps.filter(({ parent }) => parent === key);
  return { name: String(name), at: 2, known: body.map((step) => step.name) };
}

function said({ entry, found }: Link, { source, segments, prefix }: Read, { name, at, known }: Unknown): Statement {
  const field = printPath(found.field);
  const { label } = stepTypeOf(source.type);
  if (stepTypeOf(source.type).outputsForm === "none" && name === null) {
    // The SDK raises for all that have none (fail_step.py, cleanup_step.py).
    return { severity: "error", message: `${field} reads from ${source.name}, but a ${label} step has no outputs.` };
  }
  if (name === null) return { message: `${field} reads ${source.name} as a whole. Read one of its outputs.` };
  const close = nearest(name, known);
  const place = at === 0 ? source.name : `${printSegments(segments.slice(0, at))} of ${source.name}`;
  if (close === null)
    return { message: `${field} reads ${name}, which ${place} does not have as far as the AWS SDK knows.` };
  const text = found.text.replace(`.${name}`, `.${close}`);
  const fixes =
    text === found.text || !text.startsWith(prefix) ? [] : [readInstead(`Read ${close}`, entry.key, found.path, text)];
  return { message: `${field} reads ${name}, which ${place} does not have. Did you mean ${close}?`, fixes };
}

function printSegments(segments: Path): string {
  return printPath(segments);
}
