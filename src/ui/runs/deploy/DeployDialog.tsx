import Box from "@cloudscape-design/components/box";
import Modal from "@cloudscape-design/components/modal";
import { useEffect, useState } from "react";
import { targetLabel } from "../../../contract/target";
import type { Deploy } from "../../../editor/runs/deploy/createDeploy";
import type { StartValues } from "../../../editor/session/dialogs";
import { useIsConnected } from "../../kit/pageContext";
import { useEditorState, useWorkspace } from "../../kit/useWorkspace";
import { NotConnected } from "./NotConnected";
import { OpenDeploy } from "./OpenDeploy";

export interface DeployDialogProps {
  /** Starts an execution with these once it is deployed. */
  readonly thenStart?: StartValues;
  /** Without asking for the plan's leave. */
  readonly atOnce?: boolean;
  readonly onClose: () => void;
}

/** From one click to a pipeline that is deployed: the plan, one Enter, done. */
export function DeployDialog({ thenStart, atOnce = false, onClose }: DeployDialogProps) {
  const { runs } = useWorkspace();
  const name = useEditorState((state) => state.document.name);
  const connected = useIsConnected();
  const deploy = useDeploy(connected, thenStart, atOnce);
  const header = `Deploy ${name} to ${targetLabel(deploy?.target ?? runs.target())}`;
  if (deploy === null) {
    return (
      <Modal visible size="medium" header={header} closeAriaLabel="Close" onDismiss={onClose}>
        {connected ? <Box color="text-status-inactive">Getting ready …</Box> : <NotConnected />}
      </Modal>
    );
  }
  return <OpenDeploy deploy={deploy} header={header} onClose={onClose} />;
}

/** Begins when there is a session: at once, or when a fresh link gave this tab one. */
function useDeploy(connected: boolean, thenStart: StartValues | undefined, atOnce: boolean): Deploy | null {
  const { runs } = useWorkspace();
  const [deploy, setDeploy] = useState<Deploy | null>(null);
  useEffect(() => {
    if (!connected) return;
    const begun = runs.deploy({ thenStart, atOnce });
    setDeploy(begun);
    return () => begun.close();
  }, [runs, connected, thenStart, atOnce]);
  return connected ? deploy : null;
}
