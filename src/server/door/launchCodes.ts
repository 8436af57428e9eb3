/** The one-time codes of launch links. */
import type { OpenedFile } from "../../contract/session";
import { newSecret, sameSecret } from "./token";

const lifetime = 10 * 60_000;
const triesAMinute = 5;
const minute = 60_000;

export type Exchange =
  | { readonly kind: "taken"; readonly opened: OpenedFile | null }
  | { readonly kind: "wrong" }
  | { readonly kind: "tooMany" };

export interface LaunchCodes {
  /** Makes a code; the file goes to the tab that exchanges it. */
  issue(opened: OpenedFile | null): string;
  exchange(code: string): Exchange;
}

/** `now` in milliseconds, from a clock that does not go back. */
export function createLaunchCodes(now: () => number): LaunchCodes {
  let live: { readonly code: string; readonly until: number; readonly opened: OpenedFile | null }[] = [];
  let wrong: number[] = [];
  return {
    issue: (opened) => {
      const code = newSecret();
      live = [...live.filter((each) => each.until > now()), { code, until: now() + lifetime, opened }];
      return code;
    },
    exchange: (code) => {
      wrong = wrong.filter((moment) => moment > now() - minute);
      // A right code is refused as well, or the limit would only slow a guesser's answers, not his tries.
      if (wrong.length >= triesAMinute) return { kind: "tooMany" };
      const found = live.find((each) => each.until > now() && sameSecret(each.code, code));
      if (found === undefined) {
        wrong.push(now());
        return { kind: "wrong" };
      }
      live = live.filter((each) => each !== found);
      return { kind: "taken", opened: found.opened };
    },
  };
}
