import { lookup } from "../definition/byName";
import type { Path } from "../definition/path";
import { lastName } from "../definition/path";
import { entries, get, isList, isObject, type ObjectValue, text, type Value } from "../definition/value";
import { isExpression } from "../references/read";
import { oncePerObject, oncePerStep } from "../remember";
import type { ApiModel, ScalarKind, StructureShape } from "./model";
import type { Place } from "./place";
import { placesOf } from "./placesOf";
import type { StepType } from "./stepType";

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

interface Context {
  readonly needed: boolean;
  readonly isNew: boolean;
  /** Names of the shapes around it that are not there yet. */
  readonly above: readonly string[];
}

/**
 * Every field that can take a value now, the type's own first, then in the API's order: members of all structures, there or not; the
 * elements that a list has and one more; the keys that a map has; of thousands only the first. Remembered by the step object.
 */
export function scalarFields(
  model: ApiModel | null | undefined,
  stepType: StepType,
  step: ObjectValue,
): readonly ScalarField[] {
  return fieldsOf(step, placesOf(stepType, model));
}

const fieldsOf = oncePerObject((step: ObjectValue, root: Place): readonly ScalarField[] => {
  const collector = new Collector();
  const own = [...root.members()].filter(({ own }) => own !== null);
  for (const place of [...own, root.below("Arguments")]) {
    collector.visit(place, get(step, place.name), [place.name], { needed: true, isNew: false, above: [] });
  }
  return collector.found;
});

/** The fields below a place where nothing is yet, by their paths from there: the same for every step of a type. */
const fieldsBelow = oncePerStep((place: Place): readonly ScalarField[] => {
  const collector = new Collector();
  collector.visit(place, undefined, [], { needed: true, isNew: false, above: [] });
  return collector.found;
});

/** So many elements of one list, or keys of one map, are fields, and so many of a step: nobody looks through more. */
const mostInOne = 2_000;
const mostOfAll = 5_000;

/** Goes down the places and the values side by side, also where there is no value yet. */
class Collector {
  readonly found: ScalarField[] = [];

  visit(place: Place, value: Value | undefined, path: Path, context: Context): void {
    const { shape } = place;
    // A reference in the place of a whole structure has no fields below it.
    const isReplaced = isExpression(value);
    if (shape === null || this.found.length >= mostOfAll) return;
    if (value === undefined && path.length > 0 && context.above.length === 0) {
      this.addBelow(place, path, context);
      return;
    }
    switch (shape.kind) {
      case "structure":
        if (!isReplaced) this.structure(shape, place, value, path, context);
        return;
      case "list":
        if (shape.whole !== undefined) this.add(shape.whole, place, value, path, context);
        if (!isReplaced) this.list(place, value, path, context);
        return;
      case "map":
        if (!isReplaced) this.map(place, value, path, context);
        return;
      default:
        // What an author gives to open arguments may be an object or a list: its leaves are the fields.
        if (place.zone === "open" && !isReplaced && isObject(value)) this.map(place, value, path, context);
        else if (place.zone === "open" && isList(value)) this.elements(place, value, path, context);
        else this.add(shape.kind, place, value, path, context, shape.enum);
    }
  }

  /** What could be below a place where nothing is. */
  private addBelow(place: Place, path: Path, { needed, isNew }: Context) {
    for (const field of fieldsBelow(place)) {
      const whole = [...path, ...field.path];
      this.found.push({
        ...field,
        path: whole,
        name: lastName(whole),
        needed: needed && field.needed,
        isNew: isNew || field.isNew,
      });
    }
  }

  private structure(shape: StructureShape, place: Place, value: Value | undefined, path: Path, context: Context) {
    const isThere = value !== undefined;
    if (!isThere && (context.above.includes(place.shapeName) || !canBegin(shape, place))) return;
    const inside: Context = {
      needed: context.needed && (isThere || place.required),
      isNew: context.isNew,
      above: isThere ? [] : [...context.above, place.shapeName],
    };
    for (const member of membersNow(shape, place, value ?? shape.draft ?? undefined)) {
      const { name } = member;
      const inner = get(value, name);
      if (member.slot !== null || (member.dropped && inner === undefined)) continue;
      if (!isThere && name === shape.variants?.by) continue;
      this.visit(member, inner, [...path, name], inside);
    }
  }

  private list(place: Place, value: Value | undefined, path: Path, context: Context) {
    const list = isList(value) ? value : [];
    this.elements(place.element(), list, path, { ...context, needed: true, above: [] });
    this.visit(place.element(), undefined, [...path, list.length], { ...context, needed: false, isNew: true });
  }

  private elements(element: Place, list: readonly Value[], path: Path, context: Context) {
    for (const [index, item] of list.slice(0, mostInOne).entries()) {
      this.visit(element, item, [...path, index], context);
    }
  }

  private map(place: Place, value: Value | undefined, path: Path, context: Context) {
    for (const [key, item] of entries(value).slice(0, mostInOne))
      this.visit(place.below(key), item, [...path, key], context);
  }

  private add(
    kind: ScalarKind,
    { required, literalOnly, documentationKey }: Place,
    value: Value | undefined,
    path: Path,
    context: Context,
    values?: readonly string[],
  ) {
    this.found.push({
      path,
      name: lastName(path),
      kind,
      enum: values ?? null,
      required,
      needed: required && context.needed,
      present: value !== undefined,
      isNew: context.isNew,
      literalOnly,
      documentationKey,
    });
  }
}

/** True where a structure that is not there comes to be with the first value below it. */
function canBegin(shape: StructureShape, { name }: Place): boolean {
  if (shape.draft === undefined) return shape.variants === undefined;
  return shape.draft !== null && name === "[]";
}

/** The members that go with the value as it is: of a condition, the operands of its type. */
function membersNow(shape: StructureShape, place: Place, value: Value | undefined): Iterable<Place> {
  const chosen = shape.variants === undefined ? undefined : text(get(value, shape.variants.by));
  const members = chosen === undefined ? undefined : lookup(shape.variants?.members ?? {}, chosen);
  return members === undefined ? place.members() : members.map((name) => place.below(name));
}
