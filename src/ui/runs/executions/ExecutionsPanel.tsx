import "./ExecutionsPanel.css";
import { useEffect, useState } from "react";
import { targetLabel } from "../../../contract/target";
import { targetOf } from "../../../editor/runs/executions/createExecutions";
import { useIsConnected } from "../../kit/pageContext";
import { PanelNote } from "../../kit/paragraphs";
import { useEditor, useEditorState, useExecutionsState, useWorkspace } from "../../kit/useWorkspace";
import { NotConnected } from "../deploy/NotConnected";
import { ExecutionList } from "./ExecutionList";
import { ExecutionView } from "./ExecutionView";
import { ExecutionsTable } from "./table/ExecutionsTable";

/** The executions of this pipeline at its target: all of them as a table, or one of them from near by beside the newest. */
export function ExecutionsPanel() {
  const { executions } = useWorkspace().runs;
  const connected = useIsConnected();
  const target = useEditorState((state) => state.document.settings.target);
  const name = useEditorState((state) => state.document.name);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another target or name has other executions
  useEffect(() => {
    if (connected) void executions.refresh();
  }, [executions, connected, target, name]);
  const shown = useExecutionsState(({ shown }) => shown?.arn ?? null);
  const list = useExecutionsState(({ list }) => list.state);
  const empty = useExecutionsState(({ list }) => list.executions.length === 0);
  /** Over which execution the table was asked for. */
  const [tableOver, setTableOver] = useState<string | null>(null);
  if (!connected && shown === null) {
    return (
      <div className="sw-executions-alone">
        <NotConnected />
      </div>
    );
  }
  if (shown === null && empty && list === "loaded") return <NoExecutions />;
  if (shown === null || tableOver === shown) return <ExecutionsTable onOpen={() => setTableOver(null)} />;
  return (
    <div className="sw-executions">
      <ExecutionList onAll={() => setTableOver(shown)} />
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
