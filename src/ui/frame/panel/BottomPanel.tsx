import "./BottomPanel.css";
import { lazy, Suspense } from "react";
import type { PanelTab } from "../../../editor/session/editorState";
import { ErrorBoundary } from "../../kit/ErrorBoundary";
import { PanelNote } from "../../kit/PanelNote";
import { PlainButton } from "../../kit/PlainButton";
import { useEditor, useEditorState } from "../../kit/useWorkspace";
import { ProblemsPanel } from "../../problems/ProblemsPanel";
import { RunStrip } from "../../runs/executions/RunStrip";
import { PanelTabs, panelBodyId, panelTabs, tabId } from "./PanelTabs";

const DefinitionPanel = lazy(async () => ({
  default: (await import("../../definition/DefinitionPanel")).DefinitionPanel,
}));
const ExecutionsPanel = lazy(async () => ({
  default: (await import("../../runs/executions/ExecutionsPanel")).ExecutionsPanel,
}));
const SimulationPanel = lazy(async () => ({
  default: (await import("../../simulation/SimulationPanel")).SimulationPanel,
}));

/** Below the canvas: what is wrong, the definition, a simulation, the executions. Its tabs are always there; it opens when one is asked for. */
export function BottomPanel() {
  const editor = useEditor();
  const tab = useEditorState((state) => state.panel);
  const shown = panelTabs.find(({ id }) => id === tab);
  return (
    <div className="sw-panel">
      <div className="sw-panel-head">
        <PanelTabs />
        <RunStrip />
        {shown !== undefined && (
          <PlainButton
            look="icon"
            aria-label="Close the bottom panel"
            title="Close"
            onClick={() => editor.setPanel(null)}
          >
            ✕
          </PlainButton>
        )}
      </div>
      {shown !== undefined && (
        <div className="sw-panel-body" role="tabpanel" id={panelBodyId} aria-labelledby={tabId(shown.id)}>
          <section aria-label={shown.name}>
            <ErrorBoundary key={shown.id} area={shown.name}>
              <Suspense fallback={<PanelNote>Loading …</PanelNote>}>
                <Content tab={shown.id} />
              </Suspense>
            </ErrorBoundary>
          </section>
        </div>
      )}
    </div>
  );
}

function Content({ tab }: { readonly tab: PanelTab }) {
  switch (tab) {
    case "problems":
      return <ProblemsPanel />;
    case "definition":
      return <DefinitionPanel />;
    case "executions":
      return <ExecutionsPanel />;
    case "simulation":
      return <SimulationPanel />;
  }
}
