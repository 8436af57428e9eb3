import type { ConditionFlips, Flip, FlipOutcome } from "./flipsOf";

/** `Gate turns at 6: True up to it, False above.`; what it comes to where it does not turn. */
export function flipWords({ step, flips, lowest }: ConditionFlips): string {
  const [only, ...others] = flips;
  if (only === undefined) {
    return lowest === null
      ? `${step} compares it with something that is no number, and fails.`
      : `${step} compares it, and is ${outcomeWord(lowest)} whatever it is.`;
  }
  if (others.length === 0) return `${step} turns at ${only.at}: ${aroundWords(only)}.`;
  const each = flips.map((flip) => `at ${flip.at} (${aroundWords(flip)})`);
  return `${step} turns ${each.slice(0, -1).join(", ")} and ${each.at(-1)}.`;
}

/** "True", "False", "fails". */
export function outcomeWord(outcome: FlipOutcome): string {
  return outcome === null ? "fails" : outcome ? "True" : "False";
}

/** What a Condition comes to at a number. */
export function outcomeAt({ flips, lowest }: ConditionFlips, number: number): FlipOutcome {
  let outcome = lowest;
  for (const { at, on, above } of flips) {
    if (number < at) break;
    outcome = number === at ? on : above;
  }
  return outcome;
}

function aroundWords({ below, on, above }: Flip): string {
  if (below === on) return `${outcomeWord(below)} up to it, ${outcomeWord(above)} above`;
  if (on === above) return `${outcomeWord(below)} below, ${outcomeWord(on)} from it on`;
  if (below === above) return `${outcomeWord(on)} there alone, else ${outcomeWord(below)}`;
  return `${outcomeWord(below)} below, ${outcomeWord(on)} there, ${outcomeWord(above)} above`;
}
