/**
 * The aliases of a pipeline's versions. One moves by leaving its version and coming to the other, two calls without a token; what became of
 * them is read back.
 */
import type { UpdatePipelineVersionResponse } from "@aws-sdk/client-sagemaker";
import { leavesDoubt } from "../../contract/appError";
import { OperationError } from "../../contract/operationError";
import { answered, calling } from "./awsError";
import { allPages } from "./paging";
import type { Region } from "./region";
import { pause } from "./timeLimits";

/** As many versions are looked through. */
const most = 1000;
const operation = "UpdatePipelineVersion";

interface Version {
  readonly id: number;
  readonly created: Date | undefined;
  readonly aliases: readonly string[];
}

/** Every version with its aliases, the newest first. */
export async function versionsWithAliases({ read }: Region, pipeline: string): Promise<readonly Version[]> {
  const { items } = await allPages(
    "ListPipelineVersions",
    (page) => read.listPipelineVersions({ PipelineName: pipeline, SortOrder: "Descending", ...page }),
    (page) => page.PipelineVersionSummaries,
    most,
  );
  return items.flatMap((summary) => {
    // The installed SDK does not know them; `aheadOfSdk.ts` carries them over it.
    const told: unknown = Reflect.get(summary, "PipelineVersionAliases");
    const aliases = Array.isArray(told) ? told.map(String) : [];
    const { PipelineVersionId: id, CreationTime: created } = summary;
    return id === undefined ? [] : [{ id, created, aliases }];
  });
}

export interface Move {
  readonly pipelineArn: string;
  readonly alias: string;
  readonly from: number | null;
  readonly to: number | null;
}

/** Moves, gives or takes away an alias; answers with the version that has it then. Throws where someone else moved it meanwhile. */
export async function moveAlias(region: Region, move: Move): Promise<number | null> {
  const { from, to } = move;
  let failure: OperationError | null = null;
  let mayBeAway = false;
  let inDoubt = false;
  for (const wait of [0, ...region.pauses]) {
    if (wait > 0) await pause(wait);
    try {
      const owner = await ownerOf(region, move);
      if (owner === to) return to;
      if (owner !== from && !(owner === null && mayBeAway)) throw stale(move, owner);
      if (owner !== null) {
        mayBeAway = true;
        await change(region, move, owner, "Remove");
      }
      if (to !== null) await change(region, move, to, "Add");
    } catch (thrown) {
      if (!(thrown instanceof OperationError) || thrown.error.kind === "stale") throw thrown;
      failure = thrown;
      // After a call in doubt a refusal may be the answer to what that one did late.
      if (!leavesDoubt(thrown.error) && !inDoubt) break;
      inDoubt = true;
    }
  }
  const owner = await ownerOf(region, move).catch(() => undefined);
  if (owner === to) return to;
  throw await whatElse(region, move, owner, failure);
}

async function ownerOf(region: Region, { pipelineArn, alias }: Move): Promise<number | null> {
  const versions = await versionsWithAliases(region, pipelineArn);
  return versions.find(({ aliases }) => aliases.includes(alias))?.id ?? null;
}

async function change({ write }: Region, { pipelineArn, alias }: Move, version: number, how: "Add" | "Remove") {
  const input = {
    ...{ PipelineArn: pipelineArn, PipelineVersionId: version },
    PipelineVersionAliasOperations: { [how]: [alias] },
  };
  const send = write.updatePipelineVersion.bind(write) as (input: object) => Promise<UpdatePipelineVersionResponse>;
  await calling(operation, async () => answered((await send(input)).PipelineArn, operation));
}

/** It is not where it was to be: it stays where it was, or goes back there, or that is said. */
async function whatElse(
  region: Region,
  move: Move,
  owner: number | null | undefined,
  failure: OperationError | null,
): Promise<OperationError> {
  const { alias, from } = move;
  const because = failure?.error ?? { kind: "unexpected", name: "NotMoved", message: "It was not moved." };
  if (owner === undefined) return uncertain(`${because.message} Which version has ${alias} could not be read.`);
  let left = owner;
  if (left === null && from !== null) {
    await change(region, move, from, "Add").catch(() => undefined);
    left = await ownerOf(region, move).catch(() => null);
  }
  if (left === from) return new OperationError({ ...because, operation, unchanged: true });
  return uncertain(`${because.message} ${left === null ? "No version" : `Version ${left}`} has ${alias} now.`);
}

function uncertain(message: string): OperationError {
  return new OperationError({ kind: "uncertain", name: "OutcomeUncertain", message, operation });
}

function stale({ alias }: Move, owner: number | null): OperationError {
  const now = owner === null ? "no version has it" : `version ${owner} has it`;
  const message = `Someone else moved ${alias} meanwhile: ${now} now.`;
  return new OperationError({ kind: "stale", name: "StaleAlias", message, operation });
}
