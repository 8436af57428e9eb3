import "./ExecutionsPanel.css";
import { useEffect } from "react";
import { targetLabel } from "../../../contract/target";
import { targetOf } from "../../../editor/runs/executions/createExecutions";
import { useIsConnected } from "../../kit/pageContext";
import { PanelNote } from "../../kit/paragraphs";
import { useEditor, useEditorState, useExecutionsState, useWorkspace } from "../../kit/useWorkspace";
import { NotConnected } from "../deploy/NotConnected";
import { ExecutionList } from "./ExecutionList";
import { ExecutionView } from "./ExecutionView";

/** The executions of this pipeline at its target, and one of them from near by. */
export function ExecutionsPanel() {
  const { executions } = useWorkspace().runs;
  const connected = useIsConnected();
  const target = useEditorState((state) => state.document.settings.target);
  const name = useEditorState((state) => state.document.name);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another target or name has other executions
  useEffect(() => {
    if (connected) void executions.refresh();
  }, [executions, connected, target, name]);
  const shown = useExecutionsState(({ shown }) => shown !== null);
  const empty = useExecutionsState(({ list }) => list.state === "loaded" && list.executions.length === 0);
  if (!connected && !shown) {
    return (
      <div className="sw-executions-alone">
        <NotConnected />
      </div>
    );
  }
  if (empty && !shown) return <NoExecutions />;
  return (
    <div className="sw-executions">
      <ExecutionList />
      <ExecutionView />
    </div>
  );
}

function NoExecutions() {
  const editor = useEditor();
  const name = useEditorState((state) => state.document.name);
  return (
    <PanelNote>
      {name} has not run in {targetLabel(targetOf(editor))} yet. Deploy it, then Run: its steps show their status on the
      canvas, and what they were sent and gave shows here.
    </PanelNote>
  );
}
