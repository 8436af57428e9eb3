/** What `stepwire mcp --allow-deploy` reaches: a local region of its own, in memory, or one account, whose profile and region are named. */
import { join } from "node:path";
import { regionPattern } from "../contract/regionPattern";
import { localTarget, type Target } from "../contract/target";
import type { Reach } from "../mcp/reach";
import { askHere } from "./askHere";
import { UsageError } from "./usageError";

/** Reads `aws:PROFILE/REGION`; without a value it is the local region. An empty profile is the environment's credentials. */
export function readReach(value: string | true): Target {
  if (value === true) return localTarget;
  const [, profile = "", region = ""] = /^aws:(.*)\/([^/]*)$/s.exec(value) ?? [];
  if (!value.startsWith("aws:") || !regionPattern.test(region)) {
    throw new UsageError(
      `--allow-deploy takes nothing (the local region) or aws:PROFILE/REGION, and ${JSON.stringify(value)} is neither. A folder stands before it: stepwire mcp FOLDER --allow-deploy.`,
    );
  }
  return { kind: "aws", profile, region };
}

export async function reachOf(target: Target): Promise<Reach & { close(): Promise<void> }> {
  const [{ createRegions }, { inMemory }, { deployedFolder }, { stateFolder }, { localRoleArn }] = await Promise.all([
    import("../server/aws/regions"),
    import("../server/aws/memory"),
    import("../server/files/deployedFolder"),
    import("../server/door/stateFolder"),
    import("../server/aws/localNames"),
  ]);
  const [{ plan }, { deploy }, { startExecution }, { describeExecution }, { listSteps }, { reportProblems }] =
    await Promise.all([
      import("../server/operations/plan"),
      import("../server/operations/deploy"),
      import("../server/operations/startExecution"),
      import("../server/operations/describeExecution"),
      import("../server/operations/listSteps"),
      import("../server/deploy/reportProblems"),
    ]);
  const { createLocalRegion } = await import("../local-region");
  const local = target.kind === "local" ? createLocalRegion({ tell: console.error }) : null;
  const regions = createRegions({
    // Only the one target is ever asked for; the other does not exist here.
    localRegion: () =>
      local === null ? Promise.reject(new Error("There is no local region here.")) : Promise.resolve(local),
    memory: { local: inMemory(), aws: deployedFolder(join(stateFolder(), "deployed", "aws")) },
  });
  const able = { plan, deploy, startExecution, describeExecution, listSteps };
  return {
    target,
    role: target.kind === "local" ? localRoleArn : null,
    ask: askHere(able, { regions, check: reportProblems }),
    close: async () => local?.close(),
  };
}
