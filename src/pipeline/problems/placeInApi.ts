import type { Path, Segment } from "../definition/path";
import type { ApiModel, Member, Shape, StructureShape } from "../schema/model";

/** Kinds of value, by which the rules are asked. */
export type Look = "texts" | "lists" | "objects" | "others";

/** What the API says of one place in a request, and of the places below it: each is made once for its model. */
export class PlaceInApi {
  readonly shape: Shape | null;
  readonly shapeName: string;
  /** `Structure.Member`, by which bounds are listed; `…[]` for an element of that list. */
  readonly member: string;
  private readonly model: ApiModel | null;
  private inner: PlaceInApi | null = null;
  private members: ReadonlyMap<string, PlaceInApi> | null = null;

  constructor(model: ApiModel | null, shape: Shape | null, shapeName: string, member: string) {
    this.model = model;
    this.shape = shape;
    this.shapeName = shapeName;
    this.member = member;
  }

  /** The elements of a list. */
  element(): PlaceInApi {
    if (this.shape?.kind !== "list") return this.unknown();
    this.inner ??= this.valueOf(this.shape.of, `${this.member}[]`);
    return this.inner;
  }

  /** A member of a structure, or a value of a map. */
  below(key: string): PlaceInApi {
    const { shape } = this;
    if (shape === null) return this.unknown();
    if (shape.kind === "structure") {
      this.members ??= membersOf(this.model, this.shapeName, shape);
      return this.members.get(key) ?? unknownPlace;
    }
    if (shape.kind !== "map") return unknownPlace;
    this.inner ??= this.valueOf(shape.of, `${this.shapeName}{}`);
    return this.inner;
  }

  private unknown(): PlaceInApi {
    return this === placeBeside ? placeBeside : unknownPlace;
  }

  private valueOf(name: string, member: string): PlaceInApi {
    return new PlaceInApi(this.model, this.model?.shapes[name] ?? null, name, member);
  }
}

/** Where no model knows anything. */
export const unknownPlace = new PlaceInApi(null, null, "", "");
/** What stands in the step itself, beside `Arguments`. */
export const placeBeside = new PlaceInApi(null, null, "", "");

/** `Arguments` where no model says what they hold. */
export const unknownArguments = new PlaceInApi(null, null, "", "");

const roots = new WeakMap<ApiModel, PlaceInApi>();

/** The place of `Arguments` as a model describes it. */
export function placeOfArguments(model: ApiModel | null): PlaceInApi {
  if (model === null) return unknownArguments;
  let root = roots.get(model);
  if (root === undefined) {
    const name = model.request;
    const shape = name === null ? undefined : model.shapes[name];
    root = name === null || shape === undefined ? unknownArguments : new PlaceInApi(model, shape, name, name);
    roots.set(model, root);
  }
  return root;
}

/** The place at a path relative to the step that begins with `Arguments`. */
export function placeInArguments(model: ApiModel | null, path: Path): PlaceInApi {
  let place = placeOfArguments(model);
  for (let i = 1; i < path.length && place !== unknownPlace; i++) {
    const segment = path[i] as Segment;
    place = typeof segment === "number" ? place.element() : place.below(segment);
  }
  return place;
}

const remembered = new WeakMap<StructureShape, ReadonlyMap<string, PlaceInApi>>();

function membersOf(model: ApiModel | null, name: string, shape: StructureShape): ReadonlyMap<string, PlaceInApi> {
  let members = remembered.get(shape);
  if (members === undefined) {
    const place = (member: Member) =>
      new PlaceInApi(model, model?.shapes[member.shape] ?? null, member.shape, `${name}.${member.name}`);
    members = new Map(shape.members.map((member) => [member.name, place(member)]));
    remembered.set(shape, members);
  }
  return members;
}
