import { useEffect, useRef, useState } from "react";
import type { AppError } from "../../../contract/appError";
import { targetLabel } from "../../../contract/target";
import type { Deploy, DeployStage } from "../../../editor/runs/deploy/createDeploy";
import { useEditor } from "../../kit/useEditor";
import { useStartExecution } from "../executions/useStartExecution";
import { openDialog, type StartValues } from "./openDialog";

/** When it is deployed: says so, starts what was to be started, and closes. Answers why the start failed. */
export function useDeployOutcome(
  deploy: Deploy,
  stage: DeployStage,
  thenStart: StartValues | undefined,
  onClose: () => void,
): AppError | null {
  const editor = useEditor();
  const start = useStartExecution();
  const [failed, setFailed] = useState<AppError | null>(null);
  const told = useRef<DeployStage | null>(null);
  // Nothing to deploy, and something to start: there is nothing to confirm either.
  const goesOn = thenStart !== undefined && stage.at === "plan" && stage.plan.kind === "none";
  useEffect(() => {
    if (told.current === stage || !(goesOn || stage.at === "done")) return;
    told.current = stage;
    if (stage.at === "done") {
      const { outcome, pipelineArn } = stage.deployed;
      const did = { created: "Created", updated: "Updated", unchanged: "Nothing to change in" }[outcome];
      editor.notice(
        "success",
        `${did} ${deploy.pipelineName} in ${targetLabel(deploy.target)}: ${pipelineArn}`,
        thenStart === undefined ? { label: "Run it", run: () => openDialog(editor, { kind: "run" }) } : undefined,
      );
      editor.announce(`${did} ${deploy.pipelineName}.`);
    }
    if (thenStart === undefined) onClose();
    else {
      void start(deploy.target, deploy.pipelineName, thenStart).then((error) => {
        if (error === null) onClose();
        else setFailed(error);
      });
    }
  }, [stage, goesOn, deploy, editor, thenStart, start, onClose]);
  return failed;
}
