import type { CanvasKit } from "./kit";

const cycleShown = 4_000;

/** Says why a wire is refused, and shows the cycle that it would have closed. */
export function refuse(kit: CanvasKit, reason: string, cycle: readonly string[] | null): void {
  kit.editor.notice("warning", reason);
  kit.editor.announce(reason);
  if (cycle !== null) showCycle(kit, cycle);
}

/** Marks the steps and wires of a cycle for a moment. */
export function showCycle({ canvas }: CanvasKit, cycle: readonly string[]): void {
  canvas.setState({ cycle });
  setTimeout(() => {
    if (canvas.getState().cycle === cycle) canvas.setState({ cycle: null });
  }, cycleShown);
}
