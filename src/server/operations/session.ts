import { OperationError } from "../../contract/operationError";
import type { Operation } from "./operation";

/** How a tab comes to the token: by a code, or through the proxy that proves itself. */
export const session: Operation<"session"> = async ({ code }, { token, codes, proxy }, caller) => {
  if (code === undefined && caller?.proxied === true) return { token, opened: proxy?.opened ?? null };
  const exchange = codes.exchange(code ?? "");
  if (exchange.kind === "taken") return { token, opened: exchange.opened };
  const message =
    exchange.kind === "tooMany"
      ? "Too many wrong codes within a minute. Wait a minute, then open a fresh link."
      : "This link was used already, is older than ten minutes, or belongs to an earlier start of the server.";
  throw new OperationError({ kind: "code", name: "LaunchCodeRefused", message, operation: "session" });
};
