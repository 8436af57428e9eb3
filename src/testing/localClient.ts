/** The page's client on the server's own operations and a local region, in one process, at a clock that the test sets. */
import { type Client, createClient } from "../client/createClient";
import type { AppError } from "../contract/appError";
import type { OperationName } from "../contract/operations";
import { definitionIn } from "../import/inPlace";
import { createLocalRegion } from "../local-region";
import { localClients } from "../server/aws/clients";
import type { Region } from "../server/aws/region";
import { createRegions, type Regions } from "../server/aws/regions";
import { reportProblems } from "../server/deploy/reportProblems";
import { createLaunchCodes } from "../server/door/launchCodes";
import { createFolders, type Folders } from "../server/files/folders";
import { createApp } from "../server/operations/app";

export interface LocalClient {
  readonly client: Client;
  readonly folders: Folders;
  /** Someone else at the same region: what they write was not deployed from here. */
  readonly someoneElse: Region;
  /** The operations called, in order. */
  readonly called: OperationName[];
  /** Moves the local region's clock on. */
  pass(seconds: number): void;
  /** The next call of an operation: `before` fails without an effect, `after` has its effect and loses its answer. */
  fail(operation: OperationName, when: "before" | "after", error?: AppError): void;
}

const lost: AppError = { kind: "unreachable", name: "ServerUnreachable", message: "The connection broke." };

/** `aws` answers for every target that is not the local region; left out, there is none. */
export function createLocalClient(aws?: Pick<Regions, "region">): LocalClient {
  let now = Date.parse("2026-11-23T10:00:00Z");
  const region = createLocalRegion({ now: () => now, stepSeconds: 1, runsAttached: true });
  const folders = createFolders("", definitionIn);
  const here = createRegions({ localRegion: async () => region, profiles: async () => [] });
  const app = createApp({
    regions: { ...here, region: (target) => (target.kind === "aws" && aws !== undefined ? aws : here).region(target) },
    check: reportProblems,
    token: "token",
    codes: createLaunchCodes(() => now),
    folders,
  });
  const called: OperationName[] = [];
  const failures: { operation: OperationName; when: "before" | "after"; error: AppError }[] = [];
  const real = createClient({
    token: () => "token",
    fetch: async (input, init) => app.fetch(new Request(new URL(String(input), "http://127.0.0.1"), init)),
  });
  const client = new Proxy(real, {
    get: (target, name: OperationName) => async (request: never) => {
      called.push(name);
      const at = failures.findIndex(({ operation }) => operation === name);
      const failure = at < 0 ? undefined : failures.splice(at, 1)[0];
      if (failure?.when === "before") return { ok: false, error: failure.error };
      const result = await target[name](request);
      return failure === undefined ? result : { ok: false, error: failure.error };
    },
  });
  return {
    client,
    folders,
    someoneElse: localClients(region),
    called,
    pass: (seconds) => {
      now += seconds * 1000;
    },
    fail: (operation, when, error = lost) => failures.push({ operation, when, error }),
  };
}
