import "./StepLog.css";
import { useEffect, useState } from "react";
import type { StepRun } from "../../../contract/executions";
import type { ShownExecution } from "../../../editor/runs/executions/shownExecution";
import { useWorkspace } from "../../kit/useWorkspace";

/** What the code of a step printed, where it stands; nothing for a step that ran none. */
export function StepLog({ shown, step }: { readonly shown: ShownExecution; readonly step: StepRun }) {
  const { client } = useWorkspace().runs;
  const { arn: executionArn, target } = shown;
  const [log, setLog] = useState<string | null>(null);
  const { name, status } = step;
  // biome-ignore lint/correctness/useExhaustiveDependencies: with each status there may be more of it
  useEffect(() => {
    if (target.kind !== "local") return;
    let isCurrent = true;
    void client.stepDetails({ target, executionArn, step: name }).then((result) => {
      if (isCurrent && result.ok) setLog(result.value.log);
    });
    return () => {
      isCurrent = false;
    };
  }, [client, target, executionArn, name, status]);
  if (log === null) return null;
  return (
    <section aria-label={`Log of ${name}`}>
      <h4>Log</h4>
      <pre className="sw-step-log">{log === "" ? "It printed nothing." : log}</pre>
    </section>
  );
}
