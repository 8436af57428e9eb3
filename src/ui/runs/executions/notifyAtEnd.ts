/** A notification of the browser when an execution ends, asked for by a click: also while nobody sees the page. */
import { isFinished } from "../../../contract/finished";
import type { ExecutionCalls } from "../../../editor/runs/executions/calls";
import { executionId } from "../../../editor/runs/executions/executionId";
import type { ShownExecution } from "../../../editor/runs/executions/shownExecution";

const every = { local: 2_000, aws: 15_000 };

export type Asked = "watched" | "denied";

/** Asks the person for leave, then looks until it has ended. */
export async function notifyAtEnd(
  { describeExecution }: Pick<ExecutionCalls, "describeExecution">,
  { arn, target, execution }: Pick<ShownExecution, "arn" | "target" | "execution">,
): Promise<Asked> {
  if (!("Notification" in window) || (await Notification.requestPermission()) !== "granted") return "denied";
  const look = async () => {
    const described = await describeExecution({ target, executionArn: arn });
    if (!described.ok || !isFinished(described.value.status)) {
      setTimeout(look, every[target.kind]);
      return;
    }
    const { displayName, status } = described.value;
    const notification = new Notification(`${displayName ?? executionId(arn)}: ${status}`, { tag: arn });
    notification.onclick = () => window.focus();
  };
  setTimeout(look, execution === null ? 0 : every[target.kind]);
  return "watched";
}
