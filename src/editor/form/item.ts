import { type Path, parsePath, printPath, type Segment } from "../../pipeline/definition/path";
import { keys, type ObjectValue } from "../../pipeline/definition/value";
import { commonKeys } from "../../pipeline/schema/envelope";
import type { ApiModel, Shape } from "../../pipeline/schema/model";
import type { Place } from "../../pipeline/schema/place";
import { placeAt, placesOf } from "../../pipeline/schema/placesOf";
import { isStepRole } from "../../pipeline/schema/stepRole";
import type { Choice, OwnField, OwnForm, StepType } from "../../pipeline/schema/stepType";
import { labelOf, lowered } from "./label";

/**
 * A field as the inspector sees it: what is known of one place in a step, whatever stands there now. The same place gives the
 * same object, so a field renders again only when its own value changes.
 */
export interface FieldItem {
  /** Relative to the step. */
  readonly path: Path;
  readonly printed: string;
  /** AWS's path as it is shown: without the `Arguments` that all of a request's fields share. */
  readonly shown: string;
  readonly name: string;
  readonly label: string;
  readonly shape: Shape;
  readonly shapeName: string;
  readonly required: boolean;
  /** SageMaker takes no reference here. */
  readonly literalOnly: boolean;
  /** What empties it: a member's key goes, the text of an element or of a map's entry stays and is "". */
  readonly onEmpty: "remove" | "keep";
  /** The key of AWS's words in the documentation of the type, or the words themselves. */
  readonly documentationKey: string | null;
  readonly documentation: string | null;
  /** What holds where nothing is written; null where nothing does, or nobody knows. */
  readonly leftOut: string | null;
  /** Edited as JSON, whatever its shape says. */
  readonly asJson: boolean;
  /** The form of its own that draws it. */
  readonly form: OwnForm | null;
  /** The members that it chooses between, where it is no field of AWS's but such a choice. */
  readonly choice: Choice | null;
  /** SageMaker takes the values of `enum` and no others. */
  readonly closed: boolean;
}

/** What items are made of: a step type and the API model of its requests, null until it is loaded. */
export interface FieldSource {
  readonly stepType: StepType;
  readonly model: ApiModel | null;
}

const anyShape: Shape = { kind: "any" };

/** `Arguments.InputDataConfig[0]` → `InputDataConfig[0]`; what stands beside `Arguments` keeps its path. */
export function shownPath(path: Path): string {
  return path[0] === "Arguments" && path.length > 1 ? printPath(path.slice(1)) : printPath(path);
}

/** The place that a path of the step means. */
export function placeOf({ stepType, model }: FieldSource, path: Path): Place {
  return placeAt(stepType, model, path);
}

type Known = Pick<FieldItem, "path" | "shape" | "shapeName"> & Partial<FieldItem>;

function itemOf(known: Known): FieldItem {
  const { path } = known;
  const last = path.at(-1) ?? "";
  const name = typeof last === "number" ? `[${last}]` : last;
  return {
    printed: printPath(path),
    shown: shownPath(path),
    name,
    label: labelOf(name),
    required: false,
    literalOnly: false,
    onEmpty: "remove",
    documentationKey: null,
    documentation: null,
    leftOut: null,
    asJson: false,
    form: null,
    choice: null,
    closed: false,
    ...known,
  };
}

const remembered = new WeakMap<FieldSource, Map<string, unknown>>();

function remember<T>(source: FieldSource, key: string, make: () => T): T {
  let map = remembered.get(source);
  if (map === undefined) {
    map = new Map();
    remembered.set(source, map);
  }
  if (!map.has(key)) map.set(key, make());
  return map.get(key) as T;
}

/** The members of the structure at a path, required ones first. */
export function memberItems(source: FieldSource, path: Path): readonly FieldItem[] {
  return remember(source, `members ${printPath(path)}`, () => {
    const place = placeOf(source, path);
    const { choice, zone } = place;
    const stays = choice !== null && (choice.required || zone === "envelope") ? choice.members : [];
    const items = [...place.members()]
      .filter(({ dropped, slot }) => !dropped && slot === null)
      // What is chosen stays chosen while its text is typed anew.
      .map((member) => memberItem(member, path, stays.includes(member.name) ? "keep" : "remove"));
    return [...items.filter(({ required }) => required), ...items.filter(({ required }) => !required)];
  });
}

function memberItem(place: Place, enclosing: Path, onEmpty: FieldItem["onEmpty"] = "remove"): FieldItem {
  const { name, shape, shapeName, required, literalOnly, said, documentationKey } = place;
  const own = said?.documentation;
  return itemOf({
    path: [...enclosing, name],
    label: said?.label ?? labelOf(name),
    shape: shape ?? anyShape,
    shapeName,
    required,
    literalOnly,
    onEmpty,
    leftOut: place.zone === "request" && isStepRole(name) ? "the pipeline’s role" : null,
    ...(own === undefined ? { documentationKey } : { documentation: own }),
  });
}

/** The choice between members of the structure at a path; null where none exclude each other. */
export function choiceItem(source: FieldSource, path: Path): FieldItem | null {
  return remember(source, `choice ${printPath(path)}`, () => {
    const { choice } = placeOf(source, path);
    if (choice === null) return null;
    const labels = new Map(memberItems(source, path).map(({ name, label }) => [name, label]));
    const [first = "", ...others] = choice.members.map((name) => labels.get(name) ?? labelOf(name));
    return itemOf({
      path: [...path, choice.members.join(" | ")],
      shown: choice.members.join(" | "),
      label: [first, ...others.map(lowered)].join(" or "),
      shape: anyShape,
      shapeName: "choice",
      required: choice.required,
      literalOnly: true,
      documentation: "",
      choice,
    });
  });
}

/** The element of a list or the entry of a map. */
export function innerItem(source: FieldSource, container: FieldItem, segment: Segment): FieldItem {
  const path = [...container.path, segment];
  return remember(source, `inner ${printPath(path)}`, () => {
    const { shape, shapeName } = placeOf(source, path);
    return itemOf({
      path,
      shape: shape ?? anyShape,
      shapeName,
      label: typeof segment === "number" ? `${container.label} ${segment + 1}` : segment,
      literalOnly: container.literalOnly,
      onEmpty: "keep",
    });
  });
}

/** A key that no model knows: kept, shown and edited as what it is. */
export function unknownItem(source: FieldSource, path: Path): FieldItem {
  return remember(source, `unknown ${printPath(path)}`, () =>
    itemOf({ path, shape: anyShape, shapeName: "any", label: String(path.at(-1)) }),
  );
}

/** What every step may say of itself. */
export function aboutItems(source: FieldSource): readonly FieldItem[] {
  return remember(source, "about", () => ["DisplayName", "Description"].map((key) => stepItem(source, key)));
}

/** Keys of the step itself that nothing here has a form for: kept, and edited as what they are. */
export function otherStepItems(source: FieldSource, step: ObjectValue): readonly FieldItem[] {
  const root = placesOf(source.stepType, source.model);
  return keys(step)
    .filter((key) => !hasForm(root.below(key)))
    .map((key) => unknownItem(source, [key]));
}

/** True for a key that the inspector has words for, or a part of its own. */
function hasForm({ name, own, said, dropped }: Place): boolean {
  if (name === "OutputParameters") return !dropped;
  return own !== null || said?.label !== undefined || commonKeys.includes(name);
}

/** The fields that only the step's own type knows of. */
export function ownItems(source: FieldSource): readonly FieldItem[] {
  return remember(source, "own", () => [...(source.stepType.ownFields ?? [])].map(ownItem));
}

function ownItem(field: OwnField): FieldItem {
  return itemOf({
    path: parsePath(field.path) ?? [field.path],
    label: field.label,
    shape: { kind: field.kind === "json" ? "any" : field.kind, ...(field.enum && { enum: field.enum }) },
    shapeName: field.kind,
    required: field.required,
    literalOnly: field.literalOnly,
    documentation: field.documentation,
    asJson: field.kind === "json",
    form: field.form ?? null,
    closed: field.enum !== undefined,
  });
}

/** A value inside a form of its own, by the words in which that form speaks of it: "Left side of condition 1". */
export function valueItem(source: FieldSource, path: Path, label: string, kind: "any" | "float" = "any"): FieldItem {
  return remember(source, `value ${kind} ${label} ${printPath(path)}`, () =>
    itemOf({ path, label, shape: { kind }, shapeName: kind, onEmpty: "keep" }),
  );
}

/** The elements of a list inside a form of its own: `name` in the plural says what they are. */
export function listItem(source: FieldSource, path: Path, label: string, name: string): FieldItem {
  return remember(source, `list ${label} ${printPath(path)}`, () =>
    itemOf({ path, label, name, shape: { kind: "list", of: "any" }, shapeName: "list" }),
  );
}

/** `Arguments` of a step whose author names the keys. */
export function openArgumentsItem(source: FieldSource): FieldItem {
  return remember(source, "open", () =>
    itemOf({
      path: ["Arguments"],
      label: "Arguments",
      shape: { kind: "map", of: "any" },
      shapeName: "Arguments",
      documentation: "What the step is given: keys of your own, each with a value or a reference.",
    }),
  );
}

/** One of the fields beside `Arguments` that several types have: `PropertyFiles`, `RetryPolicies`, `CacheConfig`. */
export function stepItem(source: FieldSource, key: string): FieldItem {
  return remember(source, `step ${key}`, () => memberItem(placeOf(source, [key]), []));
}
