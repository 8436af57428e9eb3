import type { ApiModel, Member, Shape, StructureShape } from "../api/model";
import { argumentsModel } from "../api/shapeAt";
import type { Segment } from "../definition/path";
import { isList, isObject, type ObjectValue, OrderedObject, type Value } from "../definition/value";
import type { StepEntry } from "../graph/stepTree";
import { isExpression } from "../references/read";
import { stepTypeOf } from "../steps";
import type { StepType } from "../steps/stepType";
import type { Field } from "./problem";

/** Visits every value of a step, with what the API says of it; what lies in its slots is left to the steps there. */
export function walkFields(entry: StepEntry, model: ApiModel | null, visit: (field: Field) => void): void {
  new Walker(entry, model, visit).walk();
}

interface Known {
  readonly shape: Shape | null;
  readonly shapeName: string;
  readonly member: string;
}

const unknown: Known = { shape: null, shapeName: "", member: "" };

class Walker implements Field {
  readonly entry: StepEntry;
  readonly stepType: StepType;
  readonly model: ApiModel | null;
  readonly at: Segment[] = [];
  value: Value = null;
  shape: Shape | null = null;
  shapeName = "";
  member = "";
  private readonly known: ApiModel | null;
  private readonly visitor: (field: Field) => void;

  constructor(entry: StepEntry, model: ApiModel | null, visit: (field: Field) => void) {
    this.entry = entry;
    this.stepType = stepTypeOf(entry.type);
    this.model = model;
    // A guess at the shapes is no reason to doubt a value.
    this.known = this.stepType.api.hint === true ? null : argumentsModel(model, this.stepType);
    this.visitor = visit;
  }

  walk(): void {
    this.members(this.entry.step, null);
  }

  private into(segment: Segment, value: Value, known: Known): void {
    this.at.push(segment);
    this.look(value, known);
    this.at.pop();
  }

  private look(value: Value, known: Known): void {
    this.value = value;
    this.shape = known.shape;
    this.shapeName = known.shapeName;
    this.member = known.member;
    this.visitor(this);
    if (isList(value)) {
      const inner = this.element(known);
      for (let i = 0; i < value.length; i++) this.into(i, value[i] as Value, inner);
    } else if (isObject(value)) {
      this.members(value, known.shape === null || isExpression(value) ? unknown : known);
    }
  }

  /** No list of entries and no function is made for an object: there are many. */
  private members(value: ObjectValue, known: Known | null): void {
    if (value instanceof OrderedObject) for (const [key, item] of value.list) this.memberOf(key, item, known);
    else for (const key in value) this.memberOf(key, value[key] as Value, known);
  }

  private memberOf(key: string, value: Value, known: Known | null): void {
    if (known === null) this.into(key, value, key === "Arguments" ? this.root() : unknown);
    else if (this.at.length > 1 || !isSlot(this.stepType, key)) this.into(key, value, this.below(known, key));
  }

  private root(): Known {
    const name = this.known?.request ?? null;
    const shape = name === null ? null : (this.known?.shapes[name] ?? null);
    return name === null || shape === null ? unknown : { shape, shapeName: name, member: name };
  }

  private element({ shape, member }: Known): Known {
    if (shape?.kind !== "list") return unknown;
    return { shape: this.known?.shapes[shape.of] ?? null, shapeName: shape.of, member: `${member}[]` };
  }

  private below({ shape, shapeName }: Known, key: string): Known {
    if (shape?.kind === "structure") return knownMembers(this.known, shapeName, shape).get(key) ?? unknown;
    if (shape?.kind !== "map") return unknown;
    return { shape: this.known?.shapes[shape.of] ?? null, shapeName: shape.of, member: `${shapeName}{}` };
  }
}

function isSlot({ slots }: StepType, key: string): boolean {
  for (let i = 0; i < slots.length; i++) if (slots[i]?.key === key) return true;
  return false;
}

const remembered = new WeakMap<StructureShape, ReadonlyMap<string, Known>>();

function knownMembers(model: ApiModel | null, name: string, shape: StructureShape): ReadonlyMap<string, Known> {
  let members = remembered.get(shape);
  if (members === undefined) {
    const known = (member: Member): Known => ({
      shape: model?.shapes[member.shape] ?? null,
      shapeName: member.shape,
      member: `${name}.${member.name}`,
    });
    members = new Map(shape.members.map((member) => [member.name, known(member)]));
    remembered.set(shape, members);
  }
  return members;
}
