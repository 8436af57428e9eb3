import type { Segment } from "../definition/path";
import { Memory } from "../remember";
import { choiceAt, type Ground, plainType, type Zone } from "./ground";
import type { Member, Shape } from "./model";
import { isStepRole } from "./stepRole";
import type { Choice, OwnField, Slot } from "./stepType";

/** What is said of a place that does not follow from its shape. */
interface Facts {
  readonly member?: string;
  readonly documentationKey?: string | null;
  readonly required?: boolean;
  readonly dropped?: boolean;
  readonly literalOnly?: boolean;
  readonly own?: OwnField | null;
  readonly slot?: Slot | null;
  readonly said?: Member | null;
  readonly isStranger?: boolean;
}

/**
 * One place in a step of some type, with what is known of it, whatever stands there. The tree of them grows as it is asked for, and each
 * place is made once: they are compared by identity.
 */
export class Place {
  readonly ground: Ground;
  readonly zone: Zone;
  /** What it stands in; null for the step itself. */
  readonly parent: Place | null;
  /** How far down: 0 is the step itself, 1 what stands in it. */
  readonly depth: number;
  /** The member's key; "[]" for the elements of a list, "{}" for the values of a map. */
  readonly name: string;
  /** Relative to the step, `[]` for each element, `['*']` for each value of a map: `Arguments.InputDataConfig[].ChannelName`. */
  readonly pattern: string;
  /** Null where nobody knows. */
  readonly shape: Shape | null;
  /** Its name in the model; the name of the kind for a field that no model knows. */
  readonly shapeName: string;
  /** `Structure.Member`, by which bounds are listed; `…[]` for an element of that list. */
  readonly member: string;
  /** The key of its text in `ApiDocumentation`; an element has that of its list. */
  readonly documentationKey: string | null;
  /** The structure that it stands in cannot be without it. */
  readonly required: boolean;
  /** Pipelines takes no such thing here: a member of the request that it drops or refuses, a key that the type does not have. */
  readonly dropped: boolean;
  /** SageMaker takes no reference here, nor below. */
  readonly literalOnly: boolean;
  /** The field of the type's own that stands here. */
  readonly own: OwnField | null;
  /** Of the structure that stands here some members exclude each other. */
  readonly choice: Choice | null;
  /** Steps lie here: they speak for themselves. */
  readonly slot: Slot | null;
  /** The member as its model has it, with its label and its words. */
  readonly said: Member | null;
  /** The structure around it knows no member of this name. */
  readonly isStranger: boolean;

  /** What is remembered of it. */
  readonly memory = new Memory();

  private byKey: ReadonlyMap<string, Place> | null = null;
  private inner: Place | null = null;
  private stranger: Place | null = null;

  constructor(
    parent: Place | null,
    ground: Ground,
    name: string,
    pattern: string,
    shape: Shape | null,
    shapeName: string,
    facts: Facts,
  ) {
    this.parent = parent;
    this.depth = parent === null ? 0 : parent.depth + 1;
    this.ground = ground;
    this.zone = ground.zone;
    this.name = name;
    this.pattern = pattern;
    this.shape = shape;
    this.shapeName = shapeName;
    this.member = facts.member ?? "";
    this.documentationKey = facts.documentationKey ?? null;
    this.required = facts.required ?? false;
    this.dropped = facts.dropped ?? false;
    this.literalOnly = facts.literalOnly ?? false;
    this.own = facts.own ?? null;
    this.choice = choiceAt(ground, pattern);
    this.slot = facts.slot ?? null;
    this.said = facts.said ?? null;
    this.isStranger = facts.isStranger ?? false;
  }

  /** The elements of a list. */
  element(): Place {
    if (this.shape?.kind !== "list") return this.nowhere();
    this.inner ??= this.valueOf(this.shape.of, "[]");
    return this.inner;
  }

  /** A member of a structure, or a value of a map. */
  below(key: string): Place {
    const { shape } = this;
    if (shape === null) return this.nowhere();
    if (shape.kind === "structure") {
      this.byKey ??= this.membersByKey();
      return this.byKey.get(key) ?? this.strange();
    }
    if (shape.kind !== "map") return this.nowhere();
    this.inner ??= this.valueOf(shape.of, "{}");
    return this.inner;
  }

  /** One step down. The elements of an output are also read by name: `FinalMetricDataList['auc']`. */
  at(segment: Segment): Place {
    const isElement = typeof segment === "number" || (this.zone === "response" && this.shape?.kind === "list");
    return isElement ? this.element() : this.below(segment);
  }

  /** The members of a structure, in their order, with those that are dropped; none for all other shapes. */
  members(): Iterable<Place> {
    if (this.shape?.kind !== "structure") return [];
    this.byKey ??= this.membersByKey();
    return this.byKey.values();
  }

  /** The members of this structure are these and no others. */
  withMembers(members: readonly Place[]): this {
    this.byKey = new Map(members.map((place) => [place.name, place]));
    return this;
  }

  private membersByKey(): ReadonlyMap<string, Place> {
    const { shape, pattern } = this;
    const places = new Map<string, Place>();
    if (shape?.kind !== "structure") return places;
    for (const member of shape.members) places.set(member.name, memberPlace(this, member));
    if (pattern === "Arguments")
      for (const slot of this.ground.stepType.slots)
        places.set(slot.key, new Place(this, this.ground, slot.key, `Arguments.${slot.key}`, null, "", { slot }));
    return places;
  }

  private valueOf(shapeName: string, name: "[]" | "{}"): Place {
    const { ground, documentationKey, literalOnly } = this;
    const pattern = name === "[]" ? `${this.pattern}[]` : `${this.pattern}['*']`;
    return new Place(this, ground, name, pattern, ground.shapes[shapeName] ?? null, shapeName, {
      member: name === "[]" ? `${this.member}[]` : `${this.shapeName}{}`,
      documentationKey,
      literalOnly: literalOnly || ground.stepType.literals?.includes(pattern) === true,
    });
  }

  private strange(): Place {
    const { ground, pattern, literalOnly } = this;
    this.stranger ??= new Place(this, ground, "", `${pattern}.*`, null, "", { literalOnly, isStranger: true });
    return this.stranger;
  }

  private nowhere(): Place {
    if (this.zone === "open" && this.shape?.kind === "any") return this;
    return this.literalOnly ? unknownLiteral : unknownPlace;
  }
}

/** The place of a member of a structure; `facts` say what does not follow from its type. */
export function memberPlace(structure: Place, member: Member, facts: Facts = {}): Place {
  const { ground, shapeName } = structure;
  const { stepType, shapes } = ground;
  const pattern = structure.pattern === "" ? member.name : `${structure.pattern}.${member.name}`;
  const isArgument = structure.pattern === "Arguments";
  const own = stepType.ownFields?.find(({ path }) => path === pattern) ?? null;
  const dropped = isArgument && stepType.api.dropped.includes(member.name);
  const isWaived = dropped || (isArgument && (stepType.api.optional ?? []).includes(member.name));
  return new Place(structure, ground, member.name, pattern, shapes[member.shape] ?? anyScalar, member.shape, {
    member: `${shapeName}.${member.name}`,
    documentationKey: `${shapeName}.${member.name}`,
    required: member.required && !isWaived && !(structure.zone === "request" && isStepRole(member.name)),
    dropped,
    literalOnly: structure.literalOnly || own?.literalOnly === true || stepType.literals?.includes(pattern) === true,
    own,
    said: member,
    ...facts,
  });
}

const anyScalar: Shape = { kind: "any" };

const nobody: Ground = { zone: "unknown", shapes: {}, stepType: plainType };

/** Where nothing is known, and inside an expression. */
export const unknownPlace = new Place(null, nobody, "", "", null, "", {});
/** The same below a place that takes no reference. */
const unknownLiteral = new Place(null, nobody, "", "", null, "", { literalOnly: true });
