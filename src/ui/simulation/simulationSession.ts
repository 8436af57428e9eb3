import { createContext, useContext, useRef, useSyncExternalStore } from "react";
import { shallow } from "zustand/shallow";
import type { SimulationSession, SimulationState, Soon } from "../../editor/simulation/createSimulation";

export const SimulationContext = createContext<SimulationSession | null>(null);

export function useSimulation(): SimulationSession {
  const session = useContext(SimulationContext);
  if (session === null) throw new Error("There is no simulation around this component.");
  return session;
}

/** A part of the simulation's state; the component renders again only when that part changes, one level deep. */
export function useSimulationState<T>(selector: (state: SimulationState) => T): T {
  const { store } = useSimulation();
  const last = useRef<{ readonly value: T } | null>(null);
  const read = () => {
    const value = selector(store.getState());
    if (last.current === null || !shallow(last.current.value, value)) last.current = { value };
    return last.current.value;
  };
  return useSyncExternalStore(store.subscribe, read, read);
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
