import type { Segment } from "../definition/path";
import { isList, isObject, type ObjectValue, OrderedObject, onlyKey, type Value } from "../definition/value";
import type { StepEntry } from "../graph/stepTree";
import { isExpression } from "../references/read";
import type { ApiModel, Shape } from "../schema/model";
import { argumentsModel } from "../schema/shapeAt";
import type { StepType } from "../schema/stepType";
import { stepTypeOf } from "../steps";
import {
  type Look,
  type PlaceInApi,
  placeBeside,
  placeOfArguments,
  unknownArguments,
  unknownPlace,
} from "./placeInApi";
import type { Field } from "./problem";

/** Visits every value of a step, with what the API says of it; what lies in its slots is left to the steps there. */
export function walkFields(entry: StepEntry, model: ApiModel | null, visit: (field: Field, look: Look) => void): void {
  new Walker(entry, model, visit).walk();
}

class Walker implements Field {
  readonly entry: StepEntry;
  readonly stepType: StepType;
  readonly model: ApiModel | null;
  readonly at: Segment[] = [];
  value: Value = null;
  place: PlaceInApi = unknownPlace;
  onlyKey: string | null = null;
  isExpression = false;
  private readonly visitor: (field: Field, look: Look) => void;

  constructor(entry: StepEntry, model: ApiModel | null, visit: (field: Field, look: Look) => void) {
    this.entry = entry;
    this.stepType = stepTypeOf(entry.type);
    this.model = model;
    this.visitor = visit;
  }

  get shape(): Shape | null {
    return this.place.shape;
  }

  walk(): void {
    const { step } = this.entry;
    if (step instanceof OrderedObject) for (const [key, item] of step.list) this.ofStep(key, item);
    else for (const key in step) this.ofStep(key, step[key] as Value);
  }

  private ofStep(key: string, value: Value): void {
    this.into(key, value, key === "Arguments" ? this.root() : placeBeside);
  }

  private root(): PlaceInApi {
    // A guess at the shapes is no reason to doubt a value.
    return this.stepType.api.hint === true
      ? unknownArguments
      : placeOfArguments(argumentsModel(this.model, this.stepType));
  }

  private into(segment: Segment, value: Value, place: PlaceInApi): void {
    this.at.push(segment);
    this.value = value;
    this.place = place;
    this.onlyKey = null;
    this.isExpression = false;
    if (typeof value === "string") this.visitor(this, "texts");
    else if (isList(value)) this.list(value, place);
    else if (isObject(value)) this.object(value, place);
    else this.visitor(this, "others");
    this.at.pop();
  }

  private list(value: readonly Value[], place: PlaceInApi): void {
    this.visitor(this, "lists");
    const inner = place.element();
    for (let i = 0; i < value.length; i++) this.into(i, value[i] as Value, inner);
  }

  private object(value: ObjectValue, place: PlaceInApi): void {
    const only = onlyKey(value);
    const isOne = only !== null && isExpression(value);
    this.onlyKey = only;
    this.isExpression = isOne;
    this.visitor(this, "objects");
    const around = isOne ? unknownPlace : place;
    // No list of entries and no function is made for an object: there are many.
    if (value instanceof OrderedObject) for (const [key, item] of value.list) this.member(key, item, around);
    else for (const key in value) this.member(key, value[key] as Value, around);
  }

  private member(key: string, value: Value, around: PlaceInApi): void {
    if (this.at.length === 1 && isSlot(this.stepType, key)) return;
    this.into(key, value, around.below(key));
  }
}

function isSlot({ slots }: StepType, key: string): boolean {
  for (let i = 0; i < slots.length; i++) if (slots[i]?.key === key) return true;
  return false;
}
