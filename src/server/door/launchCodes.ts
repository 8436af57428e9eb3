/** The one-time codes of launch links. */
import type { Session } from "../../contract/session";
import { newSecret, sameSecret } from "./token";

const lifetime = 10 * 60_000;
const triesAMinute = 5;
const minute = 60_000;

export type Exchange =
  | { readonly kind: "taken"; readonly opened: Session["opened"] }
  | { readonly kind: "wrong" }
  | { readonly kind: "tooMany" };

export interface LaunchCodes {
  /** Makes a code; the file or folder goes to the tab that exchanges it. */
  issue(opened: Session["opened"]): string;
  exchange(code: string): Exchange;
}

/** `now` in milliseconds, from a clock that does not go back. */
export function createLaunchCodes(now: () => number): LaunchCodes {
  let live: { readonly code: string; readonly until: number; readonly opened: Session["opened"] }[] = [];
  let wrong: number[] = [];
  return {
    issue: (opened) => {
      const code = newSecret();
      live = [...live.filter((each) => each.until > now()), { code, until: now() + lifetime, opened }];
      return code;
    },
    exchange: (code) => {
      // The right one first: any program here can send wrong ones, and must not keep the person out. 256 bits are not guessed.
      const found = live.find((each) => each.until > now() && sameSecret(each.code, code));
      if (found !== undefined) {
        live = live.filter((each) => each !== found);
        return { kind: "taken", opened: found.opened };
      }
      wrong = wrong.filter((moment) => moment > now() - minute);
      if (wrong.length >= triesAMinute) return { kind: "tooMany" };
      wrong.push(now());
      return { kind: "wrong" };
    },
  };
}
