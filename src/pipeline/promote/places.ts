/** The two sides of a promotion: the account and region that literals name, and those of the other target. */
import type { Literal } from "./literals";

export interface Place {
  /** Null where it is not known. */
  readonly account: string | null;
  readonly region: string | null;
}

/**
 * The side that a definition's literals are of.
 *
 * @param known what is known of it, as the target's region; what is null is what most of the literals say
 */
export function placeOf(literals: readonly Literal[], known: Place): Place {
  // An image's account is AWS's own as often as not.
  const own = literals.filter(({ kind }) => kind !== "image");
  const said = own.some(({ account }) => account !== null) ? own : literals;
  return {
    account: known.account ?? mostOf(said, ({ account }) => account),
    region: known.region ?? mostOf(literals, ({ region }) => region),
  };
}

function mostOf(literals: readonly Literal[], of: (literal: Literal) => string | null): string | null {
  const counts = new Map<string, number>();
  for (const literal of literals) {
    const one = of(literal);
    if (one !== null) counts.set(one, (counts.get(one) ?? 0) + literal.uses.length);
  }
  return [...counts].toSorted(([, one], [, other]) => other - one)[0]?.[0] ?? null;
}
