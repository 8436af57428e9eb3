import { intentTokens } from "../../contract/intentTokens";
import type { RunOptions } from "../../editor/runs/createRuns";
import type { Connection } from "../../editor/session/connection";

/** What deploying and running has of this page: its calls, its clock, and tokens that a reload after a lost reply still finds. */
export function runOptions({ client, session, tab }: Connection): RunOptions {
  return {
    client,
    tokens: intentTokens(tab, () => crypto.randomUUID()),
    surroundings: {
      later(run, milliseconds) {
        const timer = setTimeout(run, milliseconds);
        return () => clearTimeout(timer);
      },
      isHidden: () => document.visibilityState === "hidden",
      onAttention(listener) {
        document.addEventListener("visibilitychange", listener);
        const stopConnecting = session.subscribe(() => session.token() !== null && listener());
        return () => {
          document.removeEventListener("visibilitychange", listener);
          stopConnecting();
        };
      },
    },
  };
}
