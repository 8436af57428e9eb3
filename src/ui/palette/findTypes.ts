import type { StepType } from "../../pipeline/schema/stepType";
import { stepTypeList } from "../../pipeline/steps";

/** The step types that all words of a search are said of, the one that is meant first: called so, also called so, described so. */
export function findTypes(wanted: string): readonly StepType[] {
  const search = wanted.trim().toLowerCase();
  if (search === "") return stepTypeList;
  const words = search.split(/\s+/);
  return stepTypeList
    .map((type) => ({ type, rank: rankOf(type, search, words) }))
    .filter(({ rank }) => rank < Number.POSITIVE_INFINITY)
    .sort((left, right) => left.rank - right.rank)
    .map(({ type }) => type);
}

function rankOf(
  { type, label, category, summary, alsoCalled = "" }: StepType,
  search: string,
  words: readonly string[],
) {
  const name = label.toLowerCase();
  if (name === search) return 0;
  if (name.startsWith(search)) return 1;
  const others = alsoCalled.split(" ");
  if (others[0] === search) return 2;
  if (others.includes(search)) return 3;
  const names = `${type} ${label} ${alsoCalled}`.toLowerCase();
  if (words.every((word) => names.includes(word))) return 4;
  const said = `${names} ${category} ${summary}`.toLowerCase();
  return words.every((word) => said.includes(word)) ? 5 : Number.POSITIVE_INFINITY;
}
