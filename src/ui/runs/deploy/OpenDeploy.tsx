import Modal from "@cloudscape-design/components/modal";
import { useState, useSyncExternalStore } from "react";
import type { Deploy } from "../../../editor/runs/deploy/createDeploy";
import { DeployFooter } from "./DeployFooter";
import { DeployStages } from "./DeployStages";

interface OpenDeployProps {
  readonly deploy: Deploy;
  readonly header: string;
  readonly onClose: () => void;
}

/** A deploy that has begun, from its problems to its outcome. */
export function OpenDeploy({ deploy, header, onClose }: OpenDeployProps) {
  const stage = useSyncExternalStore(deploy.store.subscribe, deploy.store.getState);
  const [typed, setTyped] = useState<{ readonly at: string; readonly text: string } | null>(null);
  // What was typed for one question is no answer to another.
  const answer = typed?.at === stage.at ? typed.text : "suggested" in stage ? stage.suggested : "";
  return (
    <Modal
      visible
      size={stage.at === "plan" || stage.at === "deploying" ? "large" : "medium"}
      header={header}
      closeAriaLabel="Close"
      onDismiss={onClose}
      footer={<DeployFooter deploy={deploy} stage={stage} answer={answer} onClose={onClose} />}
    >
      <DeployStages
        deploy={deploy}
        stage={stage}
        answer={answer}
        onAnswer={(text) => setTyped({ at: stage.at, text })}
        onClose={onClose}
      />
    </Modal>
  );
}
