export interface Part {
  readonly text: string;
  readonly isStep: boolean;
}

/** What a name can be made of, and a sentence's own words with it; a path (`a.b`) or an address is no name. */
const word = /(?<![\w./:-])[A-Za-z0-9]+(?:[-_]+[A-Za-z0-9]+)*(?![\w/:[]|\.\w)/g;

/** Cuts a sentence at the names of steps in it, so that they can be set in bold. */
export function withStepNames(sentence: string, steps: { has(name: string): boolean }): readonly Part[] {
  const parts: Part[] = [];
  let done = 0;
  for (const match of sentence.matchAll(word)) {
    if (!steps.has(match[0])) continue;
    if (match.index > done) parts.push({ text: sentence.slice(done, match.index), isStep: false });
    parts.push({ text: match[0], isStep: true });
    done = match.index + match[0].length;
  }
  if (done < sentence.length) parts.push({ text: sentence.slice(done), isStep: false });
  return parts;
}

/** Where a problem is: its code, the step where the sentence does not name it, the field. */
export function problemLabel(problem: {
  readonly code: string;
  readonly step: string | null;
  readonly path: string;
  readonly message: string;
}): string {
  const { code, step, path, message } = problem;
  const named = step === null || withStepNames(message, new Set([step])).some(({ isStep }) => isStep);
  return [code, named ? "" : step, path].filter((part) => part !== "").join(" · ");
}
