import type { Path } from "../../pipeline/definition/path";
import { printPath } from "../../pipeline/definition/path";
import { get, isList, isObject, keys, type Value } from "../../pipeline/definition/value";
import { isExpression } from "../../pipeline/references/read";
import { keyOrder } from "../../pipeline/schema/keyOrder";
import type { Shape } from "../../pipeline/schema/model";
import { isStepRole } from "../../pipeline/schema/stepRole";
import { essentialRank, lastRank } from "./essentials";
import { choiceItem, type FieldItem, type FieldSource, memberItems, placeOf, unknownItem } from "./item";

/**
 * Where fields stay although their value changed: a field that is filled or emptied while one works must not jump away from under
 * the pointer. By printed path; what is kept among the rest holds for all below it.
 */
export type KeptGroups = ReadonlyMap<string, "shown" | "rest">;
export const noKeptGroups: KeptGroups = new Map();

export interface Arranged {
  /** Fields that are required where they stand, or set: required ones first. Structures are opened into their fields. */
  readonly shown: readonly FieldItem[];
  /** The members that have more to offer: fields that are not set, structures that are not there or not full. */
  readonly rest: readonly FieldItem[];
}

/** True for a value that the controls of its shape cannot hold: it is shown as a reference or as JSON. */
export function isMismatch(item: FieldItem, value: Value | undefined): boolean {
  if (value === undefined) return false;
  switch (item.shape.kind) {
    case "structure":
    case "map":
      return !isObject(value) || isExpression(value);
    case "list":
      return !isList(value);
    default:
      return false;
  }
}

/** True where a structure is edited member by member. */
export function isOpenStructure(item: FieldItem, value: Value | undefined): boolean {
  return item.shape.kind === "structure" && !item.asJson && !isMismatch(item, value);
}

/** Sorts the fields below a structure into those that are shown and those that are folded away. */
export function arrange(
  source: FieldSource,
  path: Path,
  value: Value | undefined,
  keptGroups: KeptGroups = noKeptGroups,
): Arranged {
  const required: FieldItem[] = [];
  const choices: FieldItem[] = [];
  const set: FieldItem[] = [];
  const rest: FieldItem[] = [];
  for (const item of itemsIn(source, path, value, keptGroups)) {
    const inner = get(value, item.name);
    const group = keptGroups.get(item.printed);
    if (item.choice !== null) {
      set.push(item);
    } else if (group === "rest") {
      rest.push(item);
    } else if (isOpenStructure(item, inner)) {
      const isThere = inner !== undefined || (item.required && value !== undefined) || hasShownBelow(keptGroups, item);
      if (!isThere) {
        rest.push(item);
        continue;
      }
      const below = arrange(source, item.path, inner ?? {}, keptGroups);
      for (const field of below.shown) (field.required ? (isChoice(field) ? choices : required) : set).push(field);
      if (below.rest.length > 0) rest.push(item);
    } else if (item.required && value !== undefined) {
      (isChoice(item) ? choices : required).push(item);
    } else if (inner !== undefined || group === "shown" || (isUsual(item) && value !== undefined)) {
      set.push(item);
    } else {
      rest.push(item);
    }
  }
  return { shown: [...required, ...choices, ...set], rest };
}

/** What is chosen has a value from the start; what is written comes before it. */
function isChoice({ shape }: FieldItem): boolean {
  return "enum" in shape && shape.enum !== undefined;
}

/**
 * Fields that most of the definitions at hand set although AWS does not require them (the corpus of real definitions, and the
 * content type of a channel, without which built-in algorithms take CSV for something else): they are not folded away.
 */
const usual: ReadonlySet<string> = new Set([
  "AppSpecification.ContainerEntrypoint",
  "AppSpecification.ContainerArguments",
  "Channel.ContentType",
  "ContainerDefinition.Environment",
  "CreateModelPackageInput.SkipModelValidation",
  "CreateTrainingJobRequest.HyperParameters",
  "ModelPackageContainerDefinition.Environment",
  "TransformInput.ContentType",
  "TransformInput.SplitType",
]);

function isUsual({ documentationKey, name, shape }: FieldItem): boolean {
  return isRole(name, shape) || (documentationKey !== null && usual.has(documentationKey));
}

/** It may be left out, and stands where AWS's own pages have it: with what is required. */
function isRole(name: string, shape: Shape): boolean {
  return shape.kind === "string" && isStepRole(name);
}

/** The members that the model knows, then what stands there beside them; of those that exclude each other the chosen one. */
export function itemsIn(
  source: FieldSource,
  path: Path,
  value: Value | undefined,
  keptGroups: KeptGroups = noKeptGroups,
): readonly FieldItem[] {
  const known = withChoice(source, path, value, keptGroups);
  const names = new Set(known.map(({ name }) => name));
  const unknown = keys(value).filter((key) => !names.has(key));
  return unknown.length === 0 ? known : [...known, ...unknown.map((key) => unknownItem(source, [...path, key]))];
}

/** Members that exclude each other stand together, behind the choice between them. */
function withChoice(
  source: FieldSource,
  path: Path,
  value: Value | undefined,
  keptGroups: KeptGroups,
): readonly FieldItem[] {
  const items = memberItems(source, path);
  const item = choiceItem(source, path);
  if (item === null) return items;
  const members = new Set(item.choice?.members);
  const chosen = items.filter(
    ({ name, printed }) => members.has(name) && (get(value, name) !== undefined || keptGroups.get(printed) === "shown"),
  );
  const first = items.findIndex(({ name }) => members.has(name));
  const isOther = ({ name }: FieldItem) => !members.has(name);
  return [...items.slice(0, first).filter(isOther), item, ...chosen, ...items.slice(first).filter(isOther)];
}

/** Where fields stay, and besides those that have a problem: they are always seen. */
export function withProblems(keptGroups: KeptGroups, problems: readonly string[]): KeptGroups {
  const unseen = problems.filter((printed) => !keptGroups.has(printed));
  return unseen.length === 0 ? keptGroups : new Map([...keptGroups, ...unseen.map((path) => [path, "shown"] as const)]);
}

function hasShownBelow(keptGroups: KeptGroups, item: FieldItem): boolean {
  if (keptGroups.size === 0) return false;
  const start = printPath(item.path);
  for (const [printed, group] of keptGroups) if (group === "shown" && printed.startsWith(`${start}.`)) return true;
  return false;
}

/** One part of the form: the request's own scalars, or one of its members with all that lies in it. */
export interface Section {
  /** Null for the scalars. */
  readonly member: FieldItem | null;
  readonly fields: readonly FieldItem[];
  readonly rest: readonly FieldItem[];
}

/** The parts of the request that are shown, the essentials first, and the members that are folded away. */
export function arrangeRequest(
  source: FieldSource,
  value: Value | undefined,
  keptGroups: KeptGroups,
): { readonly sections: readonly Section[]; readonly rest: readonly FieldItem[] } {
  const scalars: FieldItem[] = [];
  const sections: Section[] = [];
  const rest: FieldItem[] = [];
  const choice = choiceItem(source, ["Arguments"]);
  const chosen: FieldItem[] = [];
  for (const item of itemsIn(source, ["Arguments"], value ?? {}, keptGroups)) {
    const inner = get(value, item.name);
    const group = keptGroups.get(item.printed);
    const isMember = choice?.choice?.members.includes(item.name) === true;
    if (item === choice) {
      chosen.push(item);
      sections.push({ member: item, fields: chosen, rest: [] });
      continue;
    }
    const isThere =
      inner !== undefined || item.required || isUsual(item) || group === "shown" || hasShownBelow(keptGroups, item);
    if (!isThere || group === "rest") rest.push(item);
    else if (isOpenStructure(item, inner)) sections.push(sectionOf(source, item, inner ?? {}, keptGroups));
    else if (item.shape.kind === "list" || item.shape.kind === "map") {
      sections.push({ member: item, fields: [item], rest: [] });
    } else (isMember ? chosen : scalars).push(item);
  }
  if (scalars.length > 0) sections.push({ member: null, fields: essentialsFirst(source, scalars), rest: [] });
  return { sections: sections.sort((left, right) => rankOf(source, left) - rankOf(source, right)), rest };
}

/** The essentials, and the others as they stood. */
function essentialsFirst(source: FieldSource, fields: readonly FieldItem[]): readonly FieldItem[] {
  return [...fields].sort((left, right) => rankOfField(source, left) - rankOfField(source, right));
}

/** The order of the parts: the essentials, then what AWS requires, then what the type's draft has, then the API's order. */
function rankOf(source: FieldSource, { member, fields }: Section): number {
  const first = Math.min(...(member === null ? fields : [member]).map((item) => rankOfField(source, item)));
  if (first < lastRank) return first;
  if (member?.required === true || (member === null && fields.some(({ required }) => required))) return lastRank;
  const names = (member === null ? fields : [member]).flatMap((item) => togetherWith(source, item));
  const order = keyOrder(source.model, source.stepType)(["Arguments"]);
  return lastRank + 1 + Math.min(...names.map((name) => order.indexOf(name)).map((at) => (at < 0 ? order.length : at)));
}

function rankOfField(source: FieldSource, item: FieldItem): number {
  const enclosing = item.path.slice(0, -1);
  return Math.min(...togetherWith(source, item).map((name) => essentialRank(source, [...enclosing, name])));
}

/** Where a field stands: a choice and what is chosen stay together. */
function togetherWith(source: FieldSource, { choice, path, name }: FieldItem): readonly string[] {
  const members = placeOf(source, path.slice(0, -1)).choice?.members ?? [];
  return choice !== null || members.includes(name) ? members : [name];
}

function sectionOf(source: FieldSource, item: FieldItem, value: Value, keptGroups: KeptGroups): Section {
  const { shown, rest } = arrange(source, item.path, value, keptGroups);
  return { member: item, fields: essentialsFirst(source, shown), rest };
}
