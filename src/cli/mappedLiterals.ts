/** `--map OLD=NEW`: what a definition names of an account or a region becomes another name. */
import type { ObjectValue } from "../pipeline/definition/value";
import { unpackTable } from "../pipeline/images/table";
import { type Literal, literalKey, literalsOf } from "../pipeline/promote/literals";
import { leftBehind, type Mapping, mapLiterals } from "../pipeline/promote/mapLiterals";
import { type Place, placeOf } from "../pipeline/promote/places";
import { propose } from "../pipeline/promote/propose";
import { leftBehindInWords } from "../pipeline/promote/words";
import { UsageError } from "./usageError";

export interface Mapped {
  readonly definition: ObjectValue;
  /** Sentences on what still names another account or region than the target's. */
  leftBehind(to: Place): readonly string[];
}

const nowhere: Place = { account: null, region: null };

/**
 * Maps a definition by what was given: names of it as they are, and accounts and regions wherever they stand in its names. Throws a
 * UsageError for what it does not name.
 */
export function mappedLiterals(definition: ObjectValue, given: readonly string[]): Mapped {
  const literals = literalsOf(definition);
  const mapping = mappingOf(literals, given.map(pairOf));
  return {
    definition: mapLiterals(definition, mapping),
    leftBehind: (to) => {
      const from = placeOf(
        literals.filter(({ account }) => account !== to.account),
        nowhere,
      );
      const other = placeOf(
        literals.filter(({ region }) => region !== to.region),
        nowhere,
      );
      const side = { account: from.account ?? to.account, region: other.region ?? to.region };
      // Nothing is said of a network or a key: that they are of another side is only known where they are mapped.
      const left = leftBehind(literals, mapping, side, to).filter(({ names }) => names !== null);
      return left.map(leftBehindInWords);
    },
  };
}

function mappingOf(literals: readonly Literal[], pairs: readonly (readonly [was: string, is: string])[]): Mapping {
  const place = { from: nowhere, to: nowhere };
  const named = new Map<string, string>();
  for (const [was, is] of pairs) {
    const meant = literals.filter((one) => one.text === was || literalKey(one) === was);
    if (meant.length > 0) for (const one of meant) named.set(literalKey(one), is);
    else if (literals.some(({ account }) => account === was)) {
      place.from = { ...place.from, account: was };
      place.to = { ...place.to, account: is };
    } else if (literals.some(({ region }) => region === was)) {
      place.from = { ...place.from, region: was };
      place.to = { ...place.to, region: is };
    } else throw new UsageError(namesNot(was, literals));
  }
  if (place.from === nowhere) return named;
  const images = unpackTable();
  const proposed = literals.map((one) => [literalKey(one), propose(one, place.from, place.to, images)] as const);
  return new Map([...proposed.filter(([, text]) => text !== ""), ...named]);
}

function pairOf(text: string): readonly [was: string, is: string] {
  const at = text.indexOf("=");
  const pair = [text.slice(0, at), text.slice(at + 1)] as const;
  if (at < 1 || pair[1] === "") throw new UsageError(`--map takes OLD=NEW; "${text}" is not that.`);
  return pair;
}

const mostTold = 20;

function namesNot(was: string, literals: readonly Literal[]): string {
  const names = literals.map(literalKey);
  const more = names.length > mostTold ? ` and ${names.length - mostTold} more` : "";
  const told = names.length === 0 ? "nothing of an account" : `${names.slice(0, mostTold).join(", ")}${more}`;
  return `--map: the definition does not name ${was}. It names ${told}.`;
}
