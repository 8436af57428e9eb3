import Modal from "@cloudscape-design/components/modal";
import { useMemo, useState } from "react";
import { useStore } from "zustand";
import { targetLabel } from "../../../contract/target";
import type { Deploy } from "../../../editor/runs/deploy/createDeploy";
import { createPromotion } from "../../../editor/runs/promote/createPromotion";
import { useIsConnected } from "../../kit/pageContext";
import { useEditorState, useWorkspace } from "../../kit/useWorkspace";
import { NotConnected } from "../deploy/NotConnected";
import { OpenDeploy } from "../deploy/OpenDeploy";
import { PromoteFooter } from "./PromoteFooter";
import { PromoteStages } from "./PromoteStages";

/** From the document to another target: which one, what is called otherwise there, and the plan of that deploy. */
export function PromoteDialog({ onClose }: { readonly onClose: () => void }) {
  const { editor, runs } = useWorkspace();
  const name = useEditorState((state) => state.document.name);
  const connected = useIsConnected();
  const promotion = useMemo(() => createPromotion(editor, runs.client), [editor, runs]);
  const stage = useStore(promotion.store);
  const [deploy, setDeploy] = useState<Deploy | null>(null);
  const from = targetLabel(promotion.from);
  const header =
    stage.at === "target"
      ? `Promote ${name} from ${from}`
      : `Promote ${name} from ${from} to ${targetLabel(stage.target)}`;
  const close = () => {
    deploy?.close();
    onClose();
  };
  const plan = () => {
    const promoted = promotion.promoted();
    if (promoted !== null) setDeploy(runs.deploy({ promoted }));
  };
  if (deploy !== null) return <OpenDeploy deploy={deploy} header={header} onClose={close} />;
  return (
    <Modal
      visible
      size={stage.at === "mapping" ? "large" : "medium"}
      header={header}
      closeAriaLabel="Close"
      onDismiss={close}
      footer={connected && <PromoteFooter promotion={promotion} stage={stage} onPlan={plan} onClose={close} />}
    >
      {connected ? <PromoteStages promotion={promotion} stage={stage} /> : <NotConnected />}
    </Modal>
  );
}
