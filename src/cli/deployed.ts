/** What is deployed to a target, read by the command line. */
import { join } from "node:path";
import { failureSchema } from "../contract/appErrorSchema";
import { deployedPipelineSchema } from "../contract/pipelines";
import { parseTargetKey, type Target, targetLabel } from "../contract/target";
import { FolderHeldError, regionFolder } from "../local-region/state/regionFolder";
import { parseDefinition } from "../pipeline/definition/parse";
import type { ObjectValue } from "../pipeline/definition/value";
import { stateFolder } from "../server/door/stateFolder";
import { callRunningServer } from "./runningServer";
import { UsageError } from "./usageError";

/** `local`, or `aws:PROFILE/REGION`; an empty profile stands for the credentials of the environment. */
export function targetOf(text: string): Target {
  const target = parseTargetKey(text.replace("/", ":"));
  if (target === null) throw new UsageError(`${text} is no target. It is local, or aws:PROFILE/REGION.`);
  return target;
}

/** The definition of a pipeline as it is deployed now. A UsageError tells why it cannot be read. */
export async function readDeployed(target: Target, pipeline: string): Promise<ObjectValue> {
  const where = `${pipeline} at the target ${targetLabel(target)}`;
  const text = await (target.kind === "local" ? readLocal(pipeline) : definitionAt(target, pipeline)).catch(
    (thrown: unknown) => {
      if (thrown instanceof UsageError) throw thrown;
      throw new UsageError(`${where} cannot be read: ${thrown instanceof Error ? thrown.message : String(thrown)}`);
    },
  );
  const parsed = parseDefinition(text);
  if (parsed.ok) return parsed.value;
  throw new UsageError(`${where} is no definition that can be read: ${parsed.refusal.message}`);
}

/** Read where its state lies, or asked of the server that works with that. */
async function readLocal(pipeline: string): Promise<string> {
  const folder = regionFolder({ dir: join(stateFolder(), "local-region"), chosenBy: "STEPWIRE_STATE" });
  try {
    folder.claim();
  } catch (thrown) {
    if (!(thrown instanceof FolderHeldError) || thrown.port === null) throw thrown;
    return askServer(thrown.port, pipeline);
  }
  const { createLocalRegion } = await import("../local-region");
  const region = createLocalRegion({ folder });
  try {
    return await definitionAt({ kind: "local" }, pipeline, async () => region);
  } finally {
    region.close();
  }
}

type LocalRegion = Awaited<ReturnType<typeof import("../local-region")["createLocalRegion"]>>;

async function definitionAt(
  target: Target,
  pipeline: string,
  localRegion: () => Promise<LocalRegion> = () => Promise.reject(new Error("There is no local region here.")),
): Promise<string> {
  const { createRegions } = await import("../server/aws/regions");
  const { describePipeline } = await import("../server/aws/describePipeline");
  const region = await createRegions({ localRegion }).region(target);
  return (await describePipeline(region, pipeline)).definition;
}

async function askServer(port: number, pipeline: string): Promise<string> {
  const body = await callRunningServer(port, "describePipeline", { target: { kind: "local" }, pipeline });
  const found = deployedPipelineSchema.safeParse(body);
  if (found.success) return found.data.definition;
  const failed = failureSchema.safeParse(body);
  throw new Error(
    failed.success ? failed.data.error.message : `The Stepwire that runs at port ${port} did not answer.`,
  );
}
