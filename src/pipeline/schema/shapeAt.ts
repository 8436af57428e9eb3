import type { Path, Segment } from "../definition/path";
import { printPath } from "../definition/path";
import type { ApiModel, Member, ScalarShape, Shape, StructureShape } from "./model";
import type { StepType } from "./stepType";

/** What the API says of one place in a step. */
export interface FieldShape {
  readonly shape: Shape;
  /** Its name in the model; the name of the kind for a field that no model knows. */
  readonly shapeName: string;
  /** True when the structure that it stands in cannot be without it. */
  readonly required: boolean;
  /** The key of its text in `ApiDocumentation`; an element has that of its list. */
  readonly documentationKey: string | null;
}

export interface FieldMember extends FieldShape {
  readonly name: string;
  /** Relative to the step. */
  readonly path: Path;
}

const anyScalar: ScalarShape = { kind: "any" };
const anyField: FieldShape = { shape: anyScalar, shapeName: "any", required: false, documentationKey: null };
const openArguments: FieldShape = {
  shape: { kind: "map", of: "any" },
  shapeName: "Arguments",
  required: true,
  documentationKey: null,
};

/** The model that says what `Arguments` holds: AWS's own, or the one of the step type; null where there is none. */
export function argumentsModel(model: ApiModel | null | undefined, stepType: StepType): ApiModel | null {
  if (stepType.argumentsForm === "own") return stepType.ownModel ?? null;
  return stepType.argumentsForm === "request" ? (model ?? null) : null;
}

/**
 * The shape of the field at a path relative to the step (`["Arguments", "InputDataConfig", 0, "ChannelName"]`). Lists are stepped
 * through by number, maps by key. Null for what no model knows, and below a scalar.
 */
export function shapeAt(model: ApiModel | null | undefined, stepType: StepType, path: Path): FieldShape | null {
  if (path[0] !== "Arguments") return ownFieldShape(stepType, path);
  if (stepType.argumentsForm === "open") return path.length === 1 ? openArguments : anyField;
  const known = argumentsModel(model, stepType);
  let field = known === null ? null : rootField(known, known.request);
  for (const segment of path.slice(1)) {
    if (known === null || field === null) return null;
    field = below(known, field, segment, false);
  }
  return field !== null && path.length === 2 && isWaived(stepType, path[1]) ? { ...field, required: false } : field;
}

/** The members of the structure at a path, in the API's order; without those that Pipelines drops. Empty for all other shapes. */
export function membersAt(model: ApiModel | null | undefined, stepType: StepType, path: Path): readonly FieldMember[] {
  const known = argumentsModel(model, stepType);
  const at = shapeAt(model, stepType, path);
  if (known === null || at?.shape.kind !== "structure") return [];
  const members = at.shape.members.map((member) => asField(known, at.shapeName, member, [...path, member.name]));
  if (path.length > 1) return members;
  return members
    .filter(({ name }) => !stepType.api.dropped.includes(name))
    .map((member) => (isWaived(stepType, member.name) ? { ...member, required: false } : member));
}

/** The shape behind `Steps.NAME.`; a list is stepped through by place or by name, a map by key. Null for what the model does not know. */
export function outputShapeAt(
  model: ApiModel | null | undefined,
  stepType: StepType,
  segments: readonly Segment[],
): FieldShape | null {
  if (stepType.outputsForm !== "response" || !model) return null;
  let field = rootField(model, model.response);
  for (const segment of segments) {
    if (field === null) return null;
    field = below(model, field, segment, true);
  }
  return field;
}

/** One step down a shape; `byName` lets a text step into a list. */
export function below(model: ApiModel, field: FieldShape, segment: Segment, byName: boolean): FieldShape | null {
  const { shape, shapeName } = field;
  if (shape.kind === "structure") return membersByName(model, shapeName, shape).get(segment) ?? null;
  const fits =
    shape.kind === "list" ? typeof segment === "number" || byName : shape.kind === "map" && typeof segment === "string";
  if (!fits || !("of" in shape)) return null;
  const inner = model.shapes[shape.of];
  if (inner === undefined) return null;
  return { shape: inner, shapeName: shape.of, required: false, documentationKey: field.documentationKey };
}

const remembered = new WeakMap<StructureShape, ReadonlyMap<Segment, FieldShape>>();

function membersByName(model: ApiModel, name: string, shape: StructureShape): ReadonlyMap<Segment, FieldShape> {
  let members = remembered.get(shape);
  if (members === undefined) {
    members = new Map(shape.members.map((member) => [member.name, asField(model, name, member, [])]));
    remembered.set(shape, members);
  }
  return members;
}

function rootField(model: ApiModel, name: string | null): FieldShape | null {
  const shape = name === null ? undefined : model.shapes[name];
  return name === null || shape === undefined
    ? null
    : { shape, shapeName: name, required: true, documentationKey: name };
}

function asField(model: ApiModel, structure: string, member: Member, path: Path): FieldMember {
  return {
    name: member.name,
    path,
    shape: model.shapes[member.shape] ?? anyScalar,
    shapeName: member.shape,
    required: member.required,
    documentationKey: `${structure}.${member.name}`,
  };
}

/** True for a field of a step type's own in which SageMaker takes no reference. */
export function isLiteral(stepType: StepType, path: Path): boolean {
  const { roots, own, listed } = literalsOf(stepType);
  if (!roots.has(path[0])) return false;
  const printed = printPath(path);
  return own.has(printed) || (listed.size > 0 && listed.has(printed.replace(/\[\d+\]/g, "[]")));
}

/** Printed paths of the fields that take no reference: the type's own, and those with `[]` for each element of a list. */
interface Literals {
  /** What the paths begin with. */
  readonly roots: ReadonlySet<Segment | undefined>;
  readonly own: ReadonlySet<string>;
  readonly listed: ReadonlySet<string>;
}
const literalsRemembered = new WeakMap<StepType, Literals>();

function literalsOf(stepType: StepType): Literals {
  let literals = literalsRemembered.get(stepType);
  if (literals === undefined) {
    const own = (stepType.ownFields ?? []).filter(({ literalOnly }) => literalOnly).map(({ path }) => path);
    const listed = stepType.literals ?? [];
    const roots = [...own, ...listed].map((printed) => printed.split(/[.[]/)[0]);
    literals = { roots: new Set(roots), own: new Set(own), listed: new Set(listed) };
    literalsRemembered.set(stepType, literals);
  }
  return literals;
}

/** True for a member of the request that the service does not require although the API does. */
function isWaived(stepType: StepType, name: Segment | undefined): boolean {
  const { dropped, optional = [] } = stepType.api;
  return typeof name === "string" && (dropped.includes(name) || optional.includes(name));
}

/** The shape of a field beside `Arguments`, e.g. `FunctionArn`. */
function ownFieldShape(stepType: StepType, path: Path): FieldShape | null {
  const printed = printPath(path);
  const field = stepType.ownFields?.find((own) => own.path === printed);
  if (field === undefined) return null;
  const kind = field.kind === "json" ? "any" : field.kind;
  const shape: Shape = field.enum === undefined ? { kind } : { kind, enum: field.enum };
  return { shape, shapeName: kind, required: field.required, documentationKey: null };
}
