/** The write itself, sent once, and what became of it: what is said of it is what was read back. */
import type { AppError, ErrorKind } from "../../contract/appError";
import { leavesDoubt } from "../../contract/appError";
import type { Deployed } from "../../contract/deploy";
import { OperationError } from "../../contract/operationError";
import type { DescribedPipeline } from "../../contract/pipelines";
import { answered, calling, inWords } from "../aws/awsError";
import type { Region } from "../aws/region";
import { newestVersions } from "../aws/versions";
import { type Left, look, readBack } from "./readBack";
import type { Sent } from "./sent";

export interface Writing {
  readonly region: Region;
  readonly sent: Sent;
  /** The tags of a pipeline that is new; of one that is there they have calls of their own. */
  readonly tags: readonly { readonly Key: string; readonly Value: string }[];
  /** What was deployed at the last look; null makes this a create. */
  readonly before: DescribedPipeline | null;
  /** The newest version then, null where it could not be read. */
  readonly newest: number | null;
}

/** How the service took the write: with a version's number, without one, or with a failure that leaves it open. */
type Taken = { readonly version: number | null } | { readonly doubt: AppError };

/** What was written, as it was read back. */
export interface Written extends Omit<Deployed, "tagsFailed"> {
  readonly deployed: DescribedPipeline;
}

export async function write(writing: Writing, token: string): Promise<Written> {
  const { region, sent, before } = writing;
  const taken = await send(writing, token);
  let left = await readBack(region, sent, before);
  const version = "version" in taken ? taken.version : null;
  const listed = left.is === "ours" && mayStandOver(writing, version) ? await versionsOf(writing) : null;
  // Where ours has no number it is the newest one, if no newer came before this look.
  if (listed !== null && version === null) left = await look(region, sent, before);
  if (left.is !== "ours") throw await whatElse(writing, taken, left);
  return {
    outcome: before === null ? "created" : "updated",
    deployed: left.deployed,
    pipelineArn: left.deployed.arn,
    versionId: version,
    lastModified: left.deployed.lastModified,
    over: versionsBetween(writing.newest, version, listed),
  };
}

async function send({ region, sent: { request }, before, tags }: Writing, token: string): Promise<Taken> {
  try {
    if (before === null) {
      const created = await calling("CreatePipeline", () =>
        region.write.createPipeline({
          ...request,
          ...(tags.length > 0 ? { Tags: [...tags] } : {}),
          ClientRequestToken: token,
        }),
      );
      answered(created.PipelineArn, "CreatePipeline");
      return { version: null };
    }
    const updated = await calling("UpdatePipeline", () => region.write.updatePipeline(request));
    answered(updated.PipelineArn, "UpdatePipeline");
    return { version: updated.PipelineVersionId ?? null };
  } catch (thrown) {
    if (!(thrown instanceof OperationError)) throw thrown;
    if (before === null && /already exists/i.test(thrown.error.message)) {
      const message = "A pipeline of this name was created since the plan.";
      throw new OperationError({ ...thrown.error, kind: "stale", name: "StalePlan", message });
    }
    if (!leavesDoubt(thrown.error)) throw thrown;
    return { doubt: thrown.error };
  }
}

/** Someone may have written between the last look and ours, unless ours has the number after the newest of then. */
function mayStandOver({ before, newest }: Writing, ours: number | null): boolean {
  return before !== null && newest !== null && ours !== newest + 1;
}

function versionsOf({ region, sent }: Writing): Promise<readonly number[] | null> {
  return newestVersions(region, sent.request.PipelineName, 100);
}

function versionsBetween(newest: number | null, ours: number | null, listed: readonly number[] | null): number[] {
  const last = ours ?? listed?.[0];
  if (newest === null || last === undefined || last === newest + 1) return [];
  // A number that did not grow: the pipeline was deleted and made anew meanwhile.
  const first = last > newest ? newest + 1 : 1;
  if (listed === null) return Array.from({ length: last - first }, (_, index) => first + index);
  return listed.filter((id) => id >= first && id < last).toSorted((one, other) => one - other);
}

/** What is to be said where not ours is there. */
async function whatElse(writing: Writing, taken: Taken, left: Exclude<Left, { is: "ours" }>): Promise<OperationError> {
  if ("version" in taken) return whatElseAfter(writing, taken.version, left);
  const { doubt } = taken;
  const because = inWords(doubt);
  switch (left.is) {
    case "unchanged":
      if (await isNewer(writing)) return uncertain(`${because} There is a new version, and it is not shown yet.`);
      if (!mayStillCome(doubt)) return new OperationError({ ...doubt, unchanged: true });
      return uncertain(`${because} Nothing has changed so far, and the write may still come.`, doubt.kind);
    case "another":
      return uncertain(`${because} What is shown as deployed is neither what was there nor what was sent.`);
    case "unknown":
      return uncertain(`${because} ${unread(left.error)}`, left.error.kind);
  }
}

async function whatElseAfter(
  { region, sent }: Writing,
  version: number | null,
  left: Exclude<Left, { is: "ours" }>,
): Promise<OperationError> {
  const took = `The write was taken${version === null ? "" : ` as version ${version}`}`;
  if (left.is === "unknown") return uncertain(`${took}. ${unread(left.error)}`, left.error.kind);
  if (left.is === "unchanged") return uncertain(`${took}, and what was there before is still shown as deployed.`);
  const [newest] = (await newestVersions(region, sent.request.PipelineName, 1)) ?? [];
  if (version === null || newest === undefined || newest <= version) {
    return uncertain(`${took}, and something else is shown as deployed.`);
  }
  return failed("overtaken", "Overtaken", `${took}, and someone else deployed version ${newest} right after.`);
}

/** What is shown as unchanged may be stale: the versions tell. */
async function isNewer({ region, sent, newest }: Writing): Promise<boolean> {
  const [now] = (await newestVersions(region, sent.request.PipelineName, 1)) ?? [];
  return newest !== null && now !== undefined && now > newest;
}

/** The service may be at work on it still: it took the request, and whoever asked gave up. */
function mayStillCome({ kind, status }: AppError): boolean {
  return kind === "timeout" || status === 504;
}

function unread(error: AppError): string {
  return `What is deployed now could not be read: ${inWords(error)}`;
}

function uncertain(message: string, hindrance?: ErrorKind): OperationError {
  return failed("uncertain", "OutcomeUncertain", message, hindrance === undefined ? {} : { hindrance });
}

function failed(kind: ErrorKind, name: string, message: string, more: Partial<AppError> = {}): OperationError {
  return new OperationError({ kind, name, message, operation: "deploy", ...more });
}
