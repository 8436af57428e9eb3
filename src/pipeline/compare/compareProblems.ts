/** A problem as a comparison knows it again. */
interface Told {
  readonly code: string;
  readonly step: string | null;
  readonly path: string;
  readonly message: string;
}

/**
 * The problems that only one of two definitions has. One that says the same elsewhere in its step is the same (an item in front of it came
 * or went), and so is one of the same code in the same place.
 */
export function compareProblems<Problem extends Told>(before: readonly Problem[], after: readonly Problem[]) {
  const bySentence = unmatched(before, after, ({ code, step, message }) => JSON.stringify([code, step, message]));
  return unmatched(bySentence.gone, bySentence.new, ({ code, step, path }) => JSON.stringify([code, step, path]));
}

function unmatched<Problem>(
  before: readonly Problem[],
  after: readonly Problem[],
  keyOf: (problem: Problem) => string,
) {
  const olds = new Map<string, Problem[]>();
  for (const problem of before) olds.set(keyOf(problem), [...(olds.get(keyOf(problem)) ?? []), problem]);
  const fresh = after.filter((problem) => olds.get(keyOf(problem))?.shift() === undefined);
  const left = new Set([...olds.values()].flat());
  return { new: fresh, gone: before.filter((problem) => left.has(problem)) };
}
