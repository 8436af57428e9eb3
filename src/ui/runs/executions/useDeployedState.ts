import { useEffect, useState } from "react";
import { type Target, targetKey } from "../../../contract/target";
import { type DeployedState, readDeployedState } from "../../../editor/runs/deploy/deployedState";
import type { PipelineDocument } from "../../../pipeline/definition/document";
import { useWorkspace } from "../../kit/useWorkspace";

/** Whether what is deployed is this document; null while it is being asked. */
export function useDeployedState(document: PipelineDocument, target: Target): DeployedState | null {
  const { client } = useWorkspace().runs;
  const [state, setState] = useState<DeployedState | null>(null);
  const key = targetKey(target);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the target is told by its key
  useEffect(() => {
    const gone = new AbortController();
    void readDeployedState(document, target, client, gone.signal).then((read) => {
      if (!gone.signal.aborted) setState(read);
    });
    return () => gone.abort();
  }, [client, document, key]);
  return state;
}
