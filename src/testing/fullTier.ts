/**
 * What is proved by many tries: a few of them with `npm test`, all of them with `npm run test:full`, which notes each figure beside its
 * goal (`scripts/full.mjs`).
 */
import { appendFileSync } from "node:fs";

export const isFull = process.env.STEPWIRE_TESTS === "full";

/** How often something is tried. */
export const tries = (quick: number, full: number): number => (isFull ? full : quick);

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

/** Notes how many of the tries went wrong, where none may. */
export function noteFaults(what: string, faults: number, of: number): void {
  noteFigure({ what, goal: "0", measured: `${faults} of ${of.toLocaleString("en")}`, isMet: faults === 0 });
}
