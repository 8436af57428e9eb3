/** So many names are looked at: with more, whoever reads it looks for himself. */
const mostLookedAt = 2_000;

/** The candidate that is most likely meant by a name that nobody has: at most a third of its letters differ; null where none is close. */
export function nearest(name: string, candidates: Iterable<string>): string | null {
  let best: string | null = null;
  const said = name.toLowerCase();
  // Two letters swapped count as two.
  let least = Math.max(name.length < 4 ? 1 : 2, Math.floor(name.length / 3)) + 1;
  let left = mostLookedAt;
  for (const candidate of candidates) {
    if (left-- === 0) break;
    if (Math.abs(candidate.length - name.length) >= least) continue;
    const far = distance(said, candidate.toLowerCase(), least);
    if (far < least) {
      least = far;
      best = candidate;
    }
  }
  return best;
}

/** Levenshtein's distance, in the manner of one row; `enough`, where it is that or more. */
function distance(left: string, right: string, enough: number): number {
  let start = 0;
  while (start < left.length && left.charCodeAt(start) === right.charCodeAt(start)) start++;
  const row: number[] = [];
  for (let j = start; j <= right.length; j++) row.push(j - start);
  for (let i = start; i < left.length; i++) {
    const code = left.charCodeAt(i);
    let diagonal = i - start;
    let last = diagonal + 1;
    let least = last;
    row[0] = last;
    for (let j = 1; j < row.length; j++) {
      const above = row[j] as number;
      last = code === right.charCodeAt(start + j - 1) ? diagonal : Math.min(diagonal, above, last) + 1;
      if (last < least) least = last;
      diagonal = above;
      row[j] = last;
    }
    if (least >= enough) return enough;
  }
  return row[row.length - 1] as number;
}
