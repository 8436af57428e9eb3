/**
 * What is proved by many tries: a few of them with `npm test`, all of them with `npm run test:full`, which notes each figure beside its
 * goal (`scripts/full.mjs`).
 */
import { appendFileSync } from "node:fs";

export const isFull = process.env.STEPWIRE_TESTS === "full";

/** How often something is tried. */
export const tries = (quick: number, full: number): number => (isFull ? full : quick);

/** Each try by its number, as long as there is time: `--minutes` says for how many minutes a test goes on. */
export function* inTurn(quick: number, full: number): Generator<number> {
  const until = Date.now() + Number(process.env.STEPWIRE_MINUTES ?? Number.POSITIVE_INFINITY) * 60_000;
  const all = tries(quick, full);
  for (let number = 0; number < all && Date.now() < until; number++) yield number;
}

/** Every n-th of them, all in the full tier. Of combinations, n shares no factor with the length of any part: so each part is met. */
export const everyNth = <T>(n: number, all: readonly T[]): readonly T[] =>
  isFull ? all : all.filter((_, index) => index % n === 0);

export interface Figure {
  /** What was counted, as a row of the README's table says it. */
  readonly what: string;
  readonly goal: string;
  readonly measured: string;
  readonly isMet: boolean;
}

/** Notes a figure of the full tier; nothing where nobody collects them. */
export function noteFigure(figure: Figure): void {
  const file = process.env.STEPWIRE_FIGURES;
  if (file !== undefined) appendFileSync(file, `${JSON.stringify(figure)}\n`);
}

/** Notes how many of the tries went wrong, where none may; and a miss where there was no time for all that were `planned`. */
export function noteFaults(what: string, faults: number, of: number, planned = of): void {
  const [tried, all] = [of, planned].map((count) => count.toLocaleString("en"));
  const measured = of < planned ? `${faults} of ${tried} (there was no time for all ${all})` : `${faults} of ${tried}`;
  noteFigure({ what, goal: "0", measured, isMet: faults === 0 && of >= planned });
}
