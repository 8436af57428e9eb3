import type { LaunchCodes } from "../launchCodes";
import { OperationError } from "../operationError";
import type { Handlers } from "./handlers";

export interface SessionOptions {
  readonly token: string;
  readonly codes: LaunchCodes;
  readonly launchUrl: (code: string) => string;
}

/** How a tab comes to the token, and the command line to a fresh link. */
export function sessionRoutes({ token, codes, launchUrl }: SessionOptions): Pick<Handlers, "session" | "freshLink"> {
  return {
    session: async ({ code }) => {
      const exchange = codes.exchange(code);
      if (exchange.kind === "taken") return { token, opened: exchange.opened };
      const message =
        exchange.kind === "tooMany"
          ? "Too many wrong codes within a minute. Wait a minute, then open a fresh link."
          : "This link was used already, is older than ten minutes, or belongs to an earlier start of the server.";
      throw new OperationError({ kind: "code", name: "LaunchCodeRefused", message, operation: "session" });
    },
    freshLink: async ({ opened }) => ({ url: launchUrl(codes.issue(opened)) }),
  };
}
