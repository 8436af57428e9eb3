import type { Segment } from "../definition/path";
import {
  entries,
  hasMoreValues,
  isList,
  isObject,
  type ObjectValue,
  OrderedObject,
  onlyKey,
  type Value,
} from "../definition/value";
import { isExpressionOf, isUnknownExpression } from "../references/read";
import type { Shape } from "./model";
import { type Place, unknownPlace } from "./place";

/** Kinds of value, by which visitors are asked; expressions (a Get, a Join, a JsonGet) are no objects among them. */
export type Look = "texts" | "lists" | "objects" | "expressions" | "others";

/** One value somewhere in a step, and its place. The object is used again for the next value: what is kept of it must be copied. */
export interface Visited {
  readonly value: Value;
  readonly place: Place;
  /** What is known of the value; null where nobody knows, and inside an expression. */
  readonly shape: Shape | null;
  /** The key of an object that has exactly one. */
  readonly onlyKey: string | null;
  /** The value is a Get, a Join or a JsonGet, or an expression that nobody here knows. */
  readonly isExpression: boolean;
  /** The value lies inside a Get, a Join or a JsonGet. */
  readonly inExpression: boolean;
  /** Relative to the step; changes as the walk goes on. */
  readonly at: readonly Segment[];
}

/** So many values are gone through at once. */
const fewValues = 500;
/** After so many members of one object or list there is room for something else. */
const membersBetween = 100;

/** True for a value with so many others in it that to go through them takes long. */
export function hasMany(value: Value): boolean {
  return hasMoreValues(value, fewValues);
}

/**
 * Goes through every value of a step and the tree of its type's places side by side; what lies in its slots is left to the steps there.
 * One object is shown for all values, and nothing is made for each: there are many.
 */
export abstract class Walk implements Visited {
  readonly at: Segment[] = [];
  value: Value = null;
  place: Place = unknownPlace;
  onlyKey: string | null = null;
  isExpression = false;
  inExpression = false;

  get shape(): Shape | null {
    return this.place.shape;
  }

  /** Sees the value that the walk has come to. */
  protected abstract visit(look: Look): void;

  /** `root` is the place of the step itself. */
  protected walk(step: ObjectValue, root: Place): void {
    this.members(step, root);
  }

  /** The same of a step with very many values, in small parts. */
  protected *walkInParts(step: ObjectValue, root: Place): Generator<undefined, void> {
    yield* this.membersInParts(entries(step), root);
  }

  private into(segment: Segment, value: Value, place: Place): void {
    if (place.slot !== null) return;
    this.begin(segment, value, place);
    if (typeof value === "string") this.visit("texts");
    else if (isList(value)) this.list(value, place);
    else if (isObject(value)) this.object(value, place);
    else this.visit("others");
    this.at.pop();
  }

  private begin(segment: Segment, value: Value, place: Place): void {
    this.at.push(segment);
    this.value = value;
    this.place = place;
    this.onlyKey = null;
    this.isExpression = false;
  }

  private list(value: readonly Value[], place: Place): void {
    this.visit("lists");
    const inner = place.element();
    for (let i = 0; i < value.length; i++) this.into(i, value[i] as Value, inner);
  }

  private object(value: ObjectValue, place: Place): void {
    const isInner = this.inExpression;
    this.members(value, this.showObject(value) ? unknownPlace : place);
    this.inExpression = isInner;
  }

  /** True where it is an expression: of what lies in it nothing is known. */
  private showObject(value: ObjectValue): boolean {
    const only = onlyKey(value);
    const isOne = only !== null && (isExpressionOf(value, only) || isUnknownExpression(only));
    this.onlyKey = only;
    this.isExpression = isOne;
    this.visit(isOne ? "expressions" : "objects");
    if (isOne) this.inExpression = true;
    return isOne;
  }

  private *intoInParts(segment: Segment, value: Value, place: Place): Generator<undefined, void> {
    if (place.slot !== null) return;
    this.begin(segment, value, place);
    const isInner = this.inExpression;
    if (isList(value)) {
      this.visit("lists");
      yield* this.membersInParts(value.entries(), place);
    } else if (isObject(value))
      yield* this.membersInParts(entries(value), this.showObject(value) ? unknownPlace : place);
    this.inExpression = isInner;
    this.at.pop();
  }

  private *membersInParts(members: Iterable<readonly [Segment, Value]>, place: Place): Generator<undefined, void> {
    let passed = 0;
    for (const [segment, value] of members) {
      const inner = typeof segment === "number" ? place.element() : place.below(segment);
      if (hasMany(value)) yield* this.intoInParts(segment, value, inner);
      else this.into(segment, value, inner);
      if (++passed % membersBetween === 0) yield;
    }
  }

  private members(value: ObjectValue, place: Place): void {
    if (value instanceof OrderedObject) for (const [key, item] of value.list) this.into(key, item, place.below(key));
    else for (const key in value) this.into(key, value[key] as Value, place.below(key));
  }
}
