/** The words of a search, in small letters: a choice is found that has all of them in what is said of it. */
export function searchWords(query: string): readonly string[] {
  return query.toLowerCase().split(/\s+/).filter(Boolean);
}

/** The words that a name does not have. */
export function wordsNotIn(name: string, words: readonly string[]): readonly string[] {
  const said = name.toLowerCase();
  return words.every((word) => !said.includes(word)) ? words : words.filter((word) => !said.includes(word));
}
