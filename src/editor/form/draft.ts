import { lookup } from "../../pipeline/definition/byName";
import type { Path } from "../../pipeline/definition/path";
import {
  type Entry,
  entries,
  get,
  getIn,
  isList,
  isObject,
  type ObjectValue,
  objectOf,
  type Value,
} from "../../pipeline/definition/value";
import { isExpression } from "../../pipeline/references/read";
import { type FieldItem, type FieldSource, innerItem, memberItems, placeOf } from "./item";
import { labelOf, lowered } from "./label";

/**
 * A new element of a list: made like the last one that is there, like the first of the type's draft, or of its required members.
 * What tells elements apart, texts and references, is left to be filled in; choices and numbers are taken over.
 */
export function draftElement(source: FieldSource, list: FieldItem, step: ObjectValue): Value {
  const present = getIn(step, list.path);
  const element = innerItem(source, list, isList(present) ? present.length : 0);
  if (element.shape.kind !== "structure") return element.shape.kind === "boolean" ? false : "";
  const last = isList(present) ? present.at(-1) : undefined;
  if (isObject(last)) return emptied(source, innerItem(source, list, 0), last);
  const drafted = getIn(source.stepType.create(), [...list.path, 0]);
  if (isObject(drafted)) return emptied(source, element, drafted);
  return draftStructure(source, element.path);
}

/** The least that a structure needs: its required members, empty. */
function draftStructure(source: FieldSource, path: Path, above: readonly string[] = []): ObjectValue {
  const required = memberItems(source, path).filter((item) => item.required);
  return objectOf(required.flatMap((item): Entry[] => draftMember(source, item, above)));
}

/**
 * What a chosen member begins with: what the other one held where one is a list of the other, else what the type's draft has, else
 * the least that it needs.
 */
export function draftChosen(source: FieldSource, path: Path, name: string, enclosing: Value | undefined): Value {
  const members = memberItems(source, path);
  const item = members.find((member) => member.name === name);
  if (item === undefined) return "";
  const inner = item.shape.kind === "list" ? innerItem(source, item, 0) : null;
  for (const other of members.filter((member) => member !== item)) {
    const held = get(enclosing, other.name);
    if (isObject(held) && inner?.shapeName === other.shapeName) return [held];
    const isListOfIt = other.shape.kind === "list" && innerItem(source, other, 0).shapeName === item.shapeName;
    if (isList(held) && isListOfIt && isObject(held[0])) return held[0];
  }
  const drafted = getIn(source.stepType.create(), item.path);
  if (drafted !== undefined) return drafted;
  if (inner !== null) return [inner.shape.kind === "structure" ? draftStructure(source, inner.path) : ""];
  if (item.shape.kind === "structure") return draftStructure(source, item.path);
  return lookup(placeOf(source, path).choice?.begins ?? {}, name) ?? "";
}

function draftMember(source: FieldSource, item: FieldItem, above: readonly string[]): Entry[] {
  switch (item.shape.kind) {
    case "string":
      return [[item.name, ""]];
    case "structure":
      if (above.includes(item.shapeName)) return [];
      return [[item.name, draftStructure(source, item.path, [...above, item.shapeName])]];
    case "list":
      return [[item.name, []]];
    case "map":
      return [[item.name, {}]];
    default:
      return [];
  }
}

/** A copy to fill in: the texts and references are empty, choices (texts with known values), numbers and booleans stay. */
function emptied(source: FieldSource, item: FieldItem, value: ObjectValue): ObjectValue {
  const known = new Map(memberItems(source, item.path).map((member) => [member.name, member]));
  return objectOf(
    entries(value).flatMap(([key, inner]): Entry[] => {
      const member = known.get(key);
      if (isExpression(inner)) return [[key, ""]];
      if (typeof inner === "string") {
        const isChoice = member !== undefined && "enum" in member.shape && member.shape.enum !== undefined;
        return isChoice ? [[key, inner]] : member?.required === true || isIdentity(key) ? [[key, ""]] : [];
      }
      if (isObject(inner) && member?.shape.kind === "structure") return [[key, emptied(source, member, inner)]];
      if (isObject(inner) || isList(inner)) return [];
      return [[key, inner]];
    }),
  );
}

/** The members that a person fills in first although AWS does not require them: where the data lies, what it is called. */
function isIdentity(key: string): boolean {
  return /(Uri|Url|Name|Path)$/.test(key);
}

/** What an element is called by its own content: the channel's name, the key of a tag; null where it says nothing. */
export function elementTitle(element: Value | undefined): string | null {
  if (!isObject(element)) return null;
  const texts = entries(element).filter((entry): entry is readonly [string, string] => typeof entry[1] === "string");
  const named =
    texts.find(([key]) => /Name$/.test(key)) ?? texts.find(([key]) => /^(Key|ContainerHostname|Id)$/.test(key));
  return named === undefined || named[1] === "" ? null : named[1];
}

/** What one element of a list is: "processing output", "tag"; a channel's list is called `InputDataConfig`, so the shape says it. */
export function nounOf(source: FieldSource, list: FieldItem): string {
  const element = innerItem(source, list, 0);
  const saysItself = !list.name.endsWith("s") && element.shape.kind === "structure";
  const name = saysItself ? element.shapeName : list.name.replace(/ies$/, "y").replace(/s$/, "");
  return lowered(labelOf(name));
}

export function plural(noun: string, count: number): string {
  if (count === 1) return `1 ${noun}`;
  return `${count} ${noun.endsWith("y") ? `${noun.slice(0, -1)}ies` : `${noun}s`}`;
}
