import { invalid } from "./errors";
import { type Input, optionalInteger, optionalText } from "./input";

export interface Page<T> {
  readonly items: readonly T[];
  readonly NextToken?: string;
}

/** API default of MaxResults is not known for any of these operations; the largest page is the kindest. */
const largestPage = 100;

/**
 * Cuts one page out of a sorted list. The token names the last item that was given, so that what is added or removed between two
 * pages moves nothing twice into view; where that item is gone, its place counts.
 */
export function pageOf<T>(input: Input, sorted: readonly T[], idOf: (item: T) => string): Page<T> {
  const size = optionalInteger(input, "MaxResults", 1, largestPage) ?? largestPage;
  const token = optionalText(input, "NextToken");
  const start = token === undefined ? 0 : startAfter(token, sorted, idOf);
  const items = sorted.slice(start, start + size);
  const last = items.at(-1);
  if (last === undefined || start + size >= sorted.length) return { items };
  return { items, NextToken: Buffer.from(JSON.stringify([start + size - 1, idOf(last)])).toString("base64url") };
}

function startAfter<T>(token: string, sorted: readonly T[], idOf: (item: T) => string): number {
  const [place, id] = readToken(token);
  const found = sorted.findIndex((item) => idOf(item) === id);
  return found < 0 ? place : found + 1;
}

function readToken(token: string): readonly [place: number, id: string] {
  try {
    const read: unknown = JSON.parse(Buffer.from(token, "base64url").toString("utf8"));
    if (Array.isArray(read) && Number.isInteger(read[0]) && read[0] >= 0 && typeof read[1] === "string") {
      return [read[0], read[1]];
    }
  } catch {
    // Not ours: refused below like any other.
  }
  throw invalid("Invalid NextToken.");
}
