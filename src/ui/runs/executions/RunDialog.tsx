import Modal from "@cloudscape-design/components/modal";
import { targetLabel } from "../../../contract/target";
import { targetOf } from "../../../editor/runs/executions/createExecutions";
import { useIsConnected } from "../../kit/pageContext";
import { useEditor } from "../../kit/useWorkspace";
import { NotConnected } from "../deploy/NotConnected";
import { RunForm, type RunFormProps } from "./RunForm";

export type RunDialogProps = Omit<RunFormProps, "header">;

/** Asks for the parameters' values and starts an execution. */
export function RunDialog({ values, only, onClose }: RunDialogProps) {
  const editor = useEditor();
  const connected = useIsConnected();
  const header = `Run ${editor.store.getState().document.name} in ${targetLabel(targetOf(editor))}`;
  if (connected) return <RunForm header={header} values={values} only={only} onClose={onClose} />;
  return (
    <Modal visible size="medium" header={header} closeAriaLabel="Close" onDismiss={onClose}>
      <NotConnected />
    </Modal>
  );
}
