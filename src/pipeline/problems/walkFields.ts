import type { ApiModel, Member, Shape, StructureShape } from "../api/model";
import { argumentsModel } from "../api/shapeAt";
import type { Segment } from "../definition/path";
import { eachEntry, isList, isObject, type Value } from "../definition/value";
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
    eachEntry(this.entry.step, (key, value) => {
      const root = key === "Arguments" ? (this.known?.request ?? null) : null;
      const shape = root === null ? null : (this.known?.shapes[root] ?? null);
      this.into(key, value, root === null || shape === null ? unknown : { shape, shapeName: root, member: root });
    });
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
      const inside = isExpression(value) ? null : known;
      eachEntry(value, (key, item) => {
        if (this.at.length === 1 && this.stepType.slots.some((slot) => slot.key === key)) return;
        this.into(key, item, inside === null ? unknown : this.below(inside, key));
      });
    }
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
