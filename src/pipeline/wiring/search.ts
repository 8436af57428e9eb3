/** More words than a person looks for; each is a bit of a number. */
const most = 30;

/**
 * The words of a search, in small letters: a choice is found that has all of them in what is said of it. Names, paths and kinds come
 * again in many choices, so it is found out once for each text which words it has.
 */
export class Search {
  /** All words, a bit for each. */
  readonly all: number;
  private readonly words: readonly string[];
  private readonly known = new Map<string, number>();

  constructor(query: string) {
    this.words = query.toLowerCase().split(/\s+/).filter(Boolean).slice(0, most);
    this.all = 2 ** this.words.length - 1;
  }

  /** The words that a text has. */
  in(text: string): number {
    let bits = this.known.get(text);
    if (bits === undefined) {
      const said = text.toLowerCase();
      bits = this.words.reduce((found, word, i) => (said.includes(word) ? found | (1 << i) : found), 0);
      this.known.set(text, bits);
    }
    return bits;
  }

  /** True where the texts have all words between them. */
  finds(...texts: readonly string[]): boolean {
    return texts.reduce((found, text) => found | this.in(text), 0) === this.all;
  }
}
