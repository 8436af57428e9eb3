import "./SimulationPanel.css";
import { use, useEffect, useState } from "react";
import type { LiveSimulation } from "../../editor/runs/simulation/createSimulation";
import { selectedStep } from "../../editor/session/selectors";
import { PanelNote } from "../kit/paragraphs";
import { useEditorState, useWorkspace } from "../kit/useWorkspace";
import { Refused } from "./Refused";
import { SimulatedSteps } from "./SimulatedSteps";
import { SimulationSettings } from "./SimulationSettings";
import { StepResult } from "./StepResult";
import { SimulationContext, soon, useSimulationState } from "./simulationContext";

/** What every step would receive, before any money is spent: live, here and on the canvas. */
export function SimulationPanel() {
  const runs = use(useWorkspace().runs.simulation());
  const [simulation, setSimulation] = useState<LiveSimulation | null>(null);
  useEffect(() => {
    const opened = runs.open(soon);
    setSimulation(opened);
    return () => opened.close();
  }, [runs]);
  if (simulation === null) return null;
  return (
    <SimulationContext value={simulation}>
      <Simulation />
    </SimulationContext>
  );
}

function Simulation() {
  const isEmpty = useSimulationState(({ steps }) => steps.length === 0);
  // The iteration that was chosen in the list: the canvas knows only its step.
  const [chosen, setChosen] = useState<string | null>(null);
  const selected = useEditorState(selectedStep);
  const shown = useSimulationState(({ steps }) => {
    const runs = steps.filter(({ key }) => key === selected);
    return runs.find(({ name }) => name === chosen) ?? runs[0] ?? null;
  });
  if (isEmpty) return <PanelNote>There are no steps to simulate yet.</PanelNote>;
  return (
    <div className="sw-simulation">
      <Refused />
      <SimulationSettings />
      <SimulatedSteps shown={shown?.name ?? null} onChoose={setChosen} />
      {shown === null ? (
        <PanelNote>
          Choose a step to see what it would be sent, and to say what it gives. Values stand on the canvas, too.
        </PanelNote>
      ) : (
        <StepResult key={shown.name} step={shown} />
      )}
    </div>
  );
}
