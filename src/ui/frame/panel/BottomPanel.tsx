import { loadPart } from "../../../editor/session/loadPart";
import "./BottomPanel.css";
import { lazy, type ReactNode, Suspense } from "react";
import type { PanelTab } from "../../../editor/session/editorState";
import { ErrorBoundary } from "../../kit/ErrorBoundary";
import { LoadingPart } from "../../kit/MissingParts";
import { PlainButton } from "../../kit/PlainButton";
import { PanelNote } from "../../kit/paragraphs";
import { Tabs, tabId, tabPanelId } from "../../kit/Tabs";
import { useEditor, useEditorState } from "../../kit/useWorkspace";
import { DraftDot } from "./DraftDot";
import { ProblemBadge } from "./ProblemBadge";

const ProblemsPanel = lazy(async () => ({
  default: (await loadPart(() => import("../../problems/ProblemsPanel"))).ProblemsPanel,
}));
const DefinitionPanel = lazy(async () => ({
  default: (await loadPart(() => import("../../definition/DefinitionPanel"))).DefinitionPanel,
}));
const ExecutionsPanel = lazy(async () => ({
  default: (await loadPart(() => import("../../runs/executions/ExecutionsPanel"))).ExecutionsPanel,
}));
const SimulationPanel = lazy(async () => ({
  default: (await loadPart(() => import("../../simulation/SimulationPanel"))).SimulationPanel,
}));

const RunStrip = lazy(async () => ({
  default: (await loadPart(() => import("../../runs/executions/RunStrip"))).RunStrip,
}));

const panelTabs: readonly { readonly id: PanelTab; readonly name: string; readonly label: ReactNode }[] = [
  {
    id: "problems",
    name: "Problems",
    label: (
      <>
        Problems
        <ProblemBadge />
      </>
    ),
  },
  {
    id: "definition",
    name: "Definition",
    label: (
      <>
        Definition
        <DraftDot />
      </>
    ),
  },
  { id: "simulation", name: "Simulation", label: "Simulation" },
  { id: "executions", name: "Executions", label: "Executions" },
];
const tabsId = "bottom";

/** Below the canvas: what is wrong, the definition, a simulation, the executions. Its tabs are always there; it opens when one is asked for. */
export function BottomPanel() {
  const editor = useEditor();
  const tab = useEditorState((state) => state.panel);
  const hasRun = useEditorState(({ run }) => run !== null);
  const shown = panelTabs.find(({ id }) => id === tab);
  return (
    <div className="sw-panel">
      <div className="sw-panel-head">
        <Tabs
          id={tabsId}
          label="Bottom panel"
          look="bottom"
          tabs={panelTabs}
          active={tab}
          // A click on the open one closes the panel; the keys open none while it is closed.
          onChoose={(id) => editor.setPanel(id === tab ? null : id)}
          onReach={(id) => tab !== null && editor.setPanel(id)}
        />
        {hasRun && (
          <Suspense fallback={null}>
            <RunStrip />
          </Suspense>
        )}
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
        <div
          className="sw-panel-body"
          role="tabpanel"
          id={tabPanelId(tabsId)}
          aria-labelledby={tabId(tabsId, shown.id)}
        >
          <section aria-label={shown.name}>
            <ErrorBoundary key={shown.id} area={shown.name}>
              <Suspense
                fallback={
                  <PanelNote>
                    <LoadingPart />
                  </PanelNote>
                }
              >
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
