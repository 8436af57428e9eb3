import "./deploy.css";
import Box from "@cloudscape-design/components/box";
import Modal from "@cloudscape-design/components/modal";
import { useEffect, useState, useSyncExternalStore } from "react";
import { targetLabel } from "../../../contract/target";
import { beginDeploy, type Deploy } from "../../../editor/runs/deploy/createDeploy";
import { targetOf } from "../../../editor/runs/executions/createExecutions";
import { useClient, useIsConnected } from "../../kit/useConnection";
import { useEditor, useEditorState } from "../../kit/useEditor";
import { DeployFooter } from "./DeployFooter";
import { DeployStages } from "./DeployStages";
import { NotConnected } from "./NotConnected";
import type { StartValues } from "./openDialog";
import { pageTokens } from "./pageTokens";
import { useDeployOutcome } from "./useDeployOutcome";

export interface DeployDialogProps {
  /** Starts an execution with these once it is deployed. */
  readonly thenStart?: StartValues;
  readonly onClose: () => void;
}

/** From one click to a pipeline that is deployed: the plan, one Enter, done. */
export function DeployDialog({ thenStart, onClose }: DeployDialogProps) {
  const editor = useEditor();
  const name = useEditorState((state) => state.document.name);
  const connected = useIsConnected();
  const deploy = useDeploy(connected);
  const header = `Deploy ${name} to ${targetLabel(deploy?.target ?? targetOf(editor))}`;
  if (deploy === null) {
    return (
      <Modal visible size="medium" header={header} closeAriaLabel="Close" onDismiss={onClose}>
        {connected ? <Box color="text-status-inactive">Getting ready …</Box> : <NotConnected />}
      </Modal>
    );
  }
  return <OpenDeploy deploy={deploy} header={header} thenStart={thenStart} onClose={onClose} />;
}

/** Begins when there is a session: at once, or when a fresh link gave this tab one. */
function useDeploy(connected: boolean): Deploy | null {
  const editor = useEditor();
  const client = useClient();
  const [deploy, setDeploy] = useState<Deploy | null>(null);
  useEffect(() => {
    if (!connected) return;
    const begun = beginDeploy(editor, client, pageTokens);
    setDeploy(begun);
    return () => begun.close();
  }, [editor, client, connected]);
  return connected ? deploy : null;
}

interface OpenDeployProps extends DeployDialogProps {
  readonly deploy: Deploy;
  readonly header: string;
}

function OpenDeploy({ deploy, header, thenStart, onClose }: OpenDeployProps) {
  const stage = useSyncExternalStore(deploy.store.subscribe, deploy.store.getState);
  const [role, setRole] = useState<string | null>(null);
  const failedStart = useDeployOutcome(deploy, stage, thenStart, onClose);
  const typed = role ?? (stage.at === "role" ? stage.suggested : deploy.role());
  return (
    <Modal
      visible
      size={stage.at === "plan" || stage.at === "deploying" ? "large" : "medium"}
      header={header}
      closeAriaLabel="Close"
      onDismiss={onClose}
      footer={
        <DeployFooter deploy={deploy} stage={stage} role={typed} starts={thenStart !== undefined} onClose={onClose} />
      }
    >
      <DeployStages
        deploy={deploy}
        stage={stage}
        role={typed}
        onRole={setRole}
        failedStart={failedStart}
        onClose={onClose}
      />
    </Modal>
  );
}
