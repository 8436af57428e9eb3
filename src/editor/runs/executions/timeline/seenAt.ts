import { isFinished } from "../../../../contract/finished";
import type { ShownExecution } from "../shownExecution";

/** An execution as it stood at a moment, in milliseconds since 1970: what had not ended yet was running, what had not begun is not there. */
export function seenAt(shown: ShownExecution, moment: number): ShownExecution {
  const passed = (text: string | null) => text !== null && Date.parse(text) <= moment;
  const steps = shown.steps
    .filter(({ started }) => passed(started))
    .map((step) => {
      if (passed(step.ended)) return step;
      const open = { ended: null, failureReason: null, outcome: null, cachedFrom: null, callbackToken: null };
      return { ...step, ...open, status: "Executing", outputs: [], metadata: null, attempts: 1 };
    });
  const { execution } = shown;
  const isOver = steps.length === shown.steps.length && steps.every(({ ended }) => ended !== null);
  if (execution === null || isOver || !isFinished(execution.status)) return { ...shown, steps };
  return { ...shown, steps, execution: { ...execution, status: "Executing", failureReason: null } };
}

/** The moments at which something changed, in order. */
export function momentsOf({ steps }: Pick<ShownExecution, "steps">): readonly number[] {
  const moments = steps.flatMap(({ started, ended }) =>
    [started, ended].flatMap((at) => (at === null ? [] : [Date.parse(at)])),
  );
  return [...new Set(moments)].toSorted((one, other) => one - other);
}
