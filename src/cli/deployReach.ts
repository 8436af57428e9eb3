/**
 * Where `stepwire deploy` goes: an account, or the local region whose state the editor keeps. That is one process's at a time, so where a
 * server runs that has it, the server is asked. What was deployed from this computer last is known to both.
 */
import { join } from "node:path";
import { failureSchema } from "../contract/appErrorSchema";
import { OperationError } from "../contract/operationError";
import { operations, type RequestOf, type ResponseOf } from "../contract/operations";
import type { Target } from "../contract/target";
import { FolderHeldError, regionFolder } from "../local-region/state/regionFolder";
import { stateFolder } from "../server/door/stateFolder";
import { callRunningServer } from "./runningServer";

type Asked = "plan" | "deploy" | "preflight" | "targetAccount" | "describePipeline";

export interface DeployReach {
  /** Throws an OperationError where it is refused, or cannot be asked. */
  ask<Name extends Asked>(name: Name, request: RequestOf<Name>): Promise<ResponseOf<Name>>;
  close(): void;
}

export async function deployReach(target: Target): Promise<DeployReach> {
  if (target.kind === "aws") return inProcess();
  const folder = regionFolder({ dir: join(stateFolder(), "local-region"), chosenBy: "STEPWIRE_STATE" });
  try {
    folder.claim();
  } catch (thrown) {
    if (!(thrown instanceof FolderHeldError) || thrown.port === null) throw thrown;
    return throughServer(thrown.port);
  }
  const { createLocalRegion } = await import("../local-region");
  const region = createLocalRegion({ folder });
  return inProcess(region);
}

type LocalRegion = Awaited<ReturnType<typeof import("../local-region")["createLocalRegion"]>>;

async function inProcess(local: LocalRegion | null = null): Promise<DeployReach> {
  const [{ createRegions }, { deployedFolder }, { reportProblems }] = await Promise.all([
    import("../server/aws/regions"),
    import("../server/files/deployedFolder"),
    import("../server/deploy/reportProblems"),
  ]);
  const [{ plan }, { deploy }, { preflight }, { targetAccount }, { describePipeline }] = await Promise.all([
    import("../server/operations/plan"),
    import("../server/operations/deploy"),
    import("../server/operations/preflight"),
    import("../server/operations/targetAccount"),
    import("../server/operations/describePipeline"),
  ]);
  const kept = (kind: string) => deployedFolder(join(stateFolder(), "deployed", kind));
  const regions = createRegions({
    localRegion: () =>
      local === null ? Promise.reject(new Error("There is no local region here.")) : Promise.resolve(local),
    memory: { local: kept("local"), aws: kept("aws") },
  });
  const able = { plan, deploy, preflight, targetAccount, describePipeline };
  return {
    ask: async (name, request) => {
      // The table pairs each name with its request; a union of pairs is more than the compiler can follow.
      const work = able[name] as unknown as (
        request: RequestOf<typeof name>,
        context: object,
      ) => Promise<ResponseOf<typeof name>>;
      return work(checked(name, request), { regions, check: reportProblems });
    },
    close: () => local?.close(),
  };
}

function throughServer(port: number): DeployReach {
  return {
    ask: async (name, request) => {
      const body = await callRunningServer(port, name, checked(name, request));
      const answer = operations[name].response.safeParse(body);
      if (answer.success) return answer.data as ResponseOf<typeof name>;
      const failed = failureSchema.safeParse(body);
      const message = `The Stepwire that runs at port ${port} did not answer.`;
      throw new OperationError(
        failed.success ? failed.data.error : { kind: "uncertain", name: "NoAnswer", message, operation: name },
      );
    },
    close: () => {},
  };
}

function checked<Name extends Asked>(name: Name, request: RequestOf<Name>): RequestOf<Name> {
  const parsed = operations[name].request.safeParse(request);
  if (parsed.success) return parsed.data as RequestOf<Name>;
  const [first] = parsed.error.issues;
  const where = first?.path.map(String).join(".") || "what was asked";
  const message = `Something is wrong with ${where}: ${first?.message ?? "it cannot be read"}`;
  throw new OperationError({ kind: "request", name: "MalformedRequest", message, operation: name });
}
