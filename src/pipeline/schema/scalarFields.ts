import { lookup } from "../definition/byName";
import type { Path } from "../definition/path";
import { lastName, parsePath } from "../definition/path";
import { entries, get, isList, isObject, type ObjectValue, text, type Value } from "../definition/value";
import { isExpression } from "../references/read";
import type { ApiModel, ScalarKind, StructureShape } from "./model";
import { argumentsModel, below, type FieldShape, isLiteral, shapeAt } from "./shapeAt";
import type { OwnField, StepType } from "./stepType";

/** A place in a step that can take a scalar or a reference to one. */
export interface ScalarField {
  /** Relative to the step. */
  readonly path: Path;
  /** Its last key. */
  readonly name: string;
  readonly kind: ScalarKind;
  readonly enum: readonly string[] | null;
  /** Its structure cannot be without it. */
  readonly required: boolean;
  /** The step cannot be without it: it is required, and so is every structure around it, or is there. */
  readonly needed: boolean;
  /** It has a value now. */
  readonly present: boolean;
  /** It lies in a list element that is not there yet. */
  readonly isNew: boolean;
  /** SageMaker takes no reference here. */
  readonly literalOnly: boolean;
  readonly documentationKey: string | null;
}

interface Around {
  readonly needed: boolean;
  readonly isNew: boolean;
  /** Names of the shapes around it that are not there yet. */
  readonly above: readonly string[];
}

const remembered = new WeakMap<
  ObjectValue,
  { model: ApiModel | null; stepType: StepType; fields: readonly ScalarField[] }
>();

/**
 * Every field that can take a value now, in the API's order: members of all structures, there or not; the elements that a list has
 * and one more; the keys that a map has. Remembered by the step object.
 */
export function scalarFields(
  model: ApiModel | null | undefined,
  stepType: StepType,
  step: ObjectValue,
): readonly ScalarField[] {
  const known = argumentsModel(model, stepType);
  const last = remembered.get(step);
  if (last !== undefined && last.model === known && last.stepType === stepType) return last.fields;
  const fields = [...ownFieldsOf(stepType, step), ...argumentFields(known, stepType, step)];
  remembered.set(step, { model: known, stepType, fields });
  return fields;
}

function argumentFields(model: ApiModel | null, stepType: StepType, step: ObjectValue): readonly ScalarField[] {
  const found: ScalarField[] = [];
  const value = get(step, "Arguments");
  if (stepType.argumentsForm === "open") addLeaves(value, ["Arguments"], found);
  const root = shapeAt(model, stepType, ["Arguments"]);
  if (model === null || root === null) return found;
  const dropped = stepType.api.dropped.filter((name) => get(value, name) === undefined);
  const walker = new Walker(model, stepType, found, new Set(dropped));
  walker.visit(root, value, ["Arguments"], { needed: true, isNew: false, above: [] });
  return found;
}

/** Goes down the shapes and the values side by side. */
class Walker {
  constructor(
    private readonly model: ApiModel,
    private readonly stepType: StepType,
    private readonly found: ScalarField[],
    private readonly dropped: ReadonlySet<string>,
  ) {}

  visit(field: FieldShape, value: Value | undefined, path: Path, around: Around): void {
    const { shape } = field;
    // A reference in the place of a whole structure has no fields below it.
    const isReplaced = isExpression(value);
    if (shape.kind === "structure") {
      if (!isReplaced) this.visitStructure(shape, field, value, path, around);
    } else if (shape.kind === "list") {
      if (shape.whole !== undefined) this.add(shape.whole, field, value, path, around);
      if (!isReplaced) this.visitList(field, value, path, around);
    } else if (shape.kind === "map") {
      if (!isReplaced) this.visitMap(field, value, path, around);
    } else {
      this.add(shape.kind, field, value, path, around, shape.enum);
    }
  }

  private visitStructure(
    shape: StructureShape,
    field: FieldShape,
    value: Value | undefined,
    path: Path,
    around: Around,
  ) {
    const isThere = value !== undefined;
    if (!isThere && (around.above.includes(field.shapeName) || !canBegin(shape, path))) return;
    const inside: Around = {
      needed: around.needed && (isThere || field.required),
      isNew: around.isNew,
      above: isThere ? [] : [...around.above, field.shapeName],
    };
    for (const name of membersNow(shape, value ?? shape.draft ?? undefined)) {
      if (!isThere && name === shape.variants?.by) continue;
      if (path.length === 1 && this.dropped.has(name)) continue;
      const at = [...path, name];
      const member = path.length === 1 ? shapeAt(this.model, this.stepType, at) : below(this.model, field, name, false);
      if (member !== null) this.visit(member, get(value, name), at, inside);
    }
  }

  private visitList(field: FieldShape, value: Value | undefined, path: Path, around: Around) {
    const element = below(this.model, field, 0, false);
    if (element === null) return;
    const list = isList(value) ? value : [];
    list.forEach((item, index) => {
      this.visit(element, item, [...path, index], { ...around, needed: true, above: [] });
    });
    this.visit(element, undefined, [...path, list.length], { ...around, needed: false, isNew: true });
  }

  private visitMap(field: FieldShape, value: Value | undefined, path: Path, around: Around) {
    for (const [key, item] of entries(value)) {
      const inner = below(this.model, field, key, false);
      if (inner !== null) this.visit(inner, item, [...path, key], around);
    }
  }

  private add(
    kind: ScalarKind,
    field: FieldShape,
    value: Value | undefined,
    path: Path,
    around: Around,
    values?: readonly string[],
  ) {
    this.found.push({
      path,
      name: lastName(path),
      kind,
      enum: values ?? null,
      required: field.required,
      needed: field.required && around.needed,
      present: value !== undefined,
      isNew: around.isNew,
      literalOnly: isLiteral(this.stepType, path),
      documentationKey: field.documentationKey,
    });
  }
}

/** True where a structure that is not there comes to be with the first value below it. */
function canBegin(shape: StructureShape, path: Path): boolean {
  if (shape.draft === undefined) return shape.variants === undefined;
  return shape.draft !== null && typeof path.at(-1) === "number";
}

/** The members that go with the value as it is: of a condition, the operands of its type. */
function membersNow(shape: StructureShape, value: Value | undefined): readonly string[] {
  const chosen = shape.variants === undefined ? undefined : text(get(value, shape.variants.by));
  const members = chosen === undefined ? undefined : lookup(shape.variants?.members ?? {}, chosen);
  return members ?? shape.members.map(({ name }) => name);
}

/** The scalars and references that are there, for arguments whose keys the author names. */
function addLeaves(value: Value | undefined, path: Path, found: ScalarField[]): void {
  if (value === undefined) return;
  if (isList(value)) {
    value.forEach((item, index) => {
      addLeaves(item, [...path, index], found);
    });
  } else if (isObject(value) && !isExpression(value)) {
    for (const [key, item] of entries(value)) addLeaves(item, [...path, key], found);
  } else {
    found.push({
      path,
      name: lastName(path),
      kind: "any",
      enum: null,
      required: false,
      needed: false,
      present: true,
      isNew: false,
      literalOnly: false,
      documentationKey: null,
    });
  }
}

/** The fields beside `Arguments`. */
function ownFieldsOf(stepType: StepType, step: ObjectValue): readonly ScalarField[] {
  return (stepType.ownFields ?? [])
    .filter(({ path }) => path !== "Arguments" && !path.startsWith("Arguments."))
    .map((field) => asScalarField(field, step));
}

function asScalarField(field: OwnField, step: ObjectValue): ScalarField {
  const path = parsePath(field.path) ?? [field.path];
  return {
    path,
    name: lastName(path),
    kind: field.kind === "json" ? "any" : field.kind,
    enum: field.enum ?? null,
    required: field.required,
    needed: field.required,
    present: get(step, field.path) !== undefined,
    isNew: false,
    literalOnly: field.literalOnly,
    documentationKey: null,
  };
}
