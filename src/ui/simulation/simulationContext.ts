import { createContext } from "react";
import { useStore } from "zustand";
import { useShallow } from "zustand/react/shallow";
import type { LiveSimulation, SimulationState, Soon } from "../../editor/runs/simulation/createSimulation";
import { useRequired } from "../kit/useRequired";

export const SimulationContext = createContext<LiveSimulation | null>(null);

export const useSimulation = () => useRequired(SimulationContext, "simulation");

/** A part of the simulation's state; the component renders again only when that part changes, one level deep. */
export function useSimulationState<T>(selector: (state: SimulationState) => T): T {
  const { store } = useSimulation();
  return useStore(store, useShallow(selector));
}

const pauseInTyping = 200;

/** At the next frame; a large pipeline when the typing pauses. */
export const soon: Soon = (run, pause) => {
  if (pause) {
    const timer = setTimeout(run, pauseInTyping);
    return () => clearTimeout(timer);
  }
  const frame = requestAnimationFrame(run);
  return () => cancelAnimationFrame(frame);
};
