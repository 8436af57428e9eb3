/**
 * Where `stepwire deploy` goes: an account, or the local region whose state the editor keeps. That is one process's at a time, so where a
 * server runs that has it, the server is asked. What was deployed from this computer last is known to both.
 */
import { join } from "node:path";
import { failureSchema } from "../contract/appErrorSchema";
import { checkedRequest } from "../contract/checkedRequest";
import { OperationError } from "../contract/operationError";
import { operations, type ResponseOf } from "../contract/operations";
import type { Target } from "../contract/target";
import { FolderHeldError, regionFolder } from "../local-region/state/regionFolder";
import { stateFolder } from "../server/door/stateFolder";
import { type Ask, askHere } from "./askHere";
import { callRunningServer } from "./runningServer";

type Asked = "plan" | "deploy" | "preflight" | "targetAccount" | "describePipeline";

export interface DeployReach {
  /** Throws an OperationError where it is refused, or cannot be asked. */
  readonly ask: Ask<Asked>;
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
    ask: askHere(able, { regions, check: reportProblems }),
    close: () => local?.close(),
  };
}

function throughServer(port: number): DeployReach {
  return {
    ask: async (name, request) => {
      const body = await callRunningServer(port, name, checkedRequest(name, request));
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
