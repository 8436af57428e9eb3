/** The fields that several steps have in common: what is set in one of them, and what each is about. */
import { get, getIn, type ObjectValue, sameValue, type Value } from "../../pipeline/definition/value";
import { essentialRank, lastRank } from "./essentials";
import { type FieldItem, type FieldSource, memberItems } from "./item";

export interface OneOfSeveral {
  readonly source: FieldSource;
  readonly step: ObjectValue;
}

export interface SharedField {
  /** As the first of the steps has it. */
  readonly item: FieldItem;
  /** What stands in all of them; undefined where nothing does, or they differ. */
  readonly value: Value | undefined;
  readonly differs: boolean;
}

/** In the order of the first step's essentials, then of its fields. Single values alone: lists and maps are edited step by step. */
export function sharedFields(steps: readonly OneOfSeveral[]): readonly SharedField[] {
  const [first, ...others] = steps;
  if (first === undefined) return [];
  const theirs = others.map(({ source, step }) => new Map(leavesOf(source, step).map((item) => [item.printed, item])));
  return leavesOf(first.source, first.step)
    .filter(({ printed, shape }) => theirs.every((leaves) => leaves.get(printed)?.shape.kind === shape.kind))
    .map((item) => ({
      item,
      rank: essentialRank(first.source, item.path),
      values: steps.map(({ step }) => getIn(step, item.path)),
    }))
    .filter(({ rank, values }) => rank < lastRank || values.some((value) => value !== undefined))
    .sort((left, right) => left.rank - right.rank)
    .map(({ item, values }) => {
      const differs = values.some((value) => !sameOrNone(value, values[0]));
      return { item, value: differs ? undefined : values[0], differs };
    });
}

function sameOrNone(left: Value | undefined, right: Value | undefined): boolean {
  return left === undefined || right === undefined ? left === right : sameValue(left, right);
}

const scalars: ReadonlySet<string> = new Set(["string", "integer", "float", "boolean"]);

/** The single values that a step's request can hold, in the structures that are there. */
function leavesOf(source: FieldSource, step: ObjectValue): readonly FieldItem[] {
  const below = (path: FieldItem["path"], value: Value | undefined): readonly FieldItem[] =>
    memberItems(source, path).flatMap((item) => {
      if (scalars.has(item.shape.kind)) return [item];
      const inner = get(value, item.name);
      return item.shape.kind === "structure" && inner !== undefined ? below(item.path, inner) : [];
    });
  return source.stepType.argumentsForm === "request" ? below(["Arguments"], get(step, "Arguments")) : [];
}
