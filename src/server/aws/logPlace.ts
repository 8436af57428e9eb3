/** Where CloudWatch keeps what the code behind a step wrote. */
import type { PipelineExecutionStep } from "@aws-sdk/client-sagemaker";
import { runList } from "../../pipeline/steps/runs";

export interface LogPlace {
  readonly group: string;
  /** How the names of its streams begin; null where they tell nothing of the run, as a function's do. */
  readonly streams: string | null;
  /** When it ran, in milliseconds since 1970. */
  readonly from: number;
  readonly to: number | null;
}

/** What is written may arrive a little later. */
const late = 60_000;

const groupByMetadata: ReadonlyMap<string, string> = new Map(
  runList.flatMap(({ metadata, console }) =>
    metadata === null || console === null ? [] : [[metadata.key, `/aws/sagemaker/${console.logs}`]],
  ),
);

/** Null for a step that writes no log, or has not begun. A job's streams begin with its name and a slash (SDK `job_wait.py`). */
export function logPlaceOf({ Metadata, StartTime, EndTime }: PipelineExecutionStep): LogPlace | null {
  const [kind = "", held] = Object.entries(Metadata ?? {}).find(([, member]) => member !== undefined) ?? [];
  const arn = arnIn(held);
  if (arn === null || StartTime === undefined) return null;
  const times = { from: StartTime.getTime(), to: EndTime === undefined ? null : EndTime.getTime() + late };
  if (kind === "Lambda") return { group: `/aws/lambda/${arn.split(":")[6] ?? ""}`, streams: null, ...times };
  const group = groupByMetadata.get(kind);
  return group === undefined ? null : { group, streams: `${arn.slice(arn.lastIndexOf("/") + 1)}/`, ...times };
}

/** The check steps name their processing job in a member of its own. */
function arnIn(held: unknown): string | null {
  if (typeof held !== "object" || held === null) return null;
  const { Arn, CheckJobArn }: { Arn?: unknown; CheckJobArn?: unknown } = held;
  return typeof Arn === "string" ? Arn : typeof CheckJobArn === "string" ? CheckJobArn : null;
}
