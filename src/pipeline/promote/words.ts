/** The words of a promotion, on the page and on the command line. */
import type { Literal } from "./literals";
import type { LeftBehind } from "./mapLiterals";

const mostNamed = 3;

/** "Train, Evaluate and 3 more"; parameters as the default that stands in them. */
export function usersInWords({ uses }: Pick<Literal, "uses">): string {
  const users = new Set(
    uses.map(({ step, parameter }) =>
      parameter === null ? (step ?? "the pipeline itself") : `the default of ${parameter}`,
    ),
  );
  const [named, more] = [[...users].slice(0, mostNamed), users.size - mostNamed];
  return more > 0 ? `${named.join(", ")} and ${more} more` : named.join(", ");
}

/** "arn:aws:… still names the account 111122223333 (Train)." */
export function leftBehindInWords({ literal, text, names }: LeftBehind): string {
  const what = names === null ? "is still that of the old side" : `still names the ${wordOf(names)} ${names}`;
  return `${text} ${what} (${usersInWords(literal)}).`;
}

function wordOf(names: string): string {
  return /^\d+$/.test(names) ? "account" : "region";
}
