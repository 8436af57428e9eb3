import { getIn, type ObjectValue, setIn } from "../definition/value";
import { type Literal, literalKey, literalsOf, type Use } from "./literals";
import type { Place } from "./places";

/** What literals become, by their key (`literalKey`). What is left out, or becomes nothing, stays. */
export type Mapping = ReadonlyMap<string, string>;

/** What a literal becomes. */
export function mapped(literal: Literal, mapping: Mapping): string {
  return mapping.get(literalKey(literal)) || literal.text;
}

/** The definition with its literals mapped, each where it is used and nowhere else; what is not mapped is shared. */
export function mapLiterals(definition: ObjectValue, mapping: Mapping): ObjectValue {
  const changes = literalsOf(definition).flatMap((literal) => {
    const to = mapped(literal, mapping);
    return to === literal.text ? [] : literal.uses.map((use) => ({ use, was: literal.text, to }));
  });
  // From the end of a text to its beginning: what stands before stays where it is.
  return changes
    .toSorted((one, other) => other.use.from - one.use.from)
    .reduce<ObjectValue>((before, { use, was, to }) => withText(before, use, was, to), definition);
}

function withText(definition: ObjectValue, { path, from }: Use, was: string, to: string): ObjectValue {
  const text = getIn(definition, path);
  if (typeof text !== "string") return definition;
  return setIn(definition, path, text.slice(0, from) + to + text.slice(from + was.length)) as ObjectValue;
}

/** A literal that still names what the other target is not. */
export interface LeftBehind {
  readonly literal: Literal;
  readonly text: string;
  /** The account or the region that it names, or null for what is of the old network or keys and has no name there yet. */
  readonly names: string | null;
}

/** The literals that, mapped so, still name the account or the region of the side that is left. */
export function leftBehind(
  literals: readonly Literal[],
  mapping: Mapping,
  from: Place,
  to: Place,
): readonly LeftBehind[] {
  const left = [
    from.account === to.account ? null : from.account,
    from.region === to.region ? null : from.region,
  ].filter((word) => word !== null);
  if (left.length === 0) return [];
  return literals.flatMap((literal): readonly LeftBehind[] => {
    const text = mapped(literal, mapping);
    const names = left.find((word) => new RegExp(`(?<![a-z0-9])${word}(?![a-z0-9])`).test(text));
    if (names !== undefined) return [{ literal, text, names }];
    const isBound = literal.kind === "network" || (literal.kind === "key" && !text.includes("alias/"));
    return isBound && text === literal.text ? [{ literal, text, names: null }] : [];
  });
}
