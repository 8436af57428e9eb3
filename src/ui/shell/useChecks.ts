import { useEffect } from "react";
import { useEditor } from "../kit/useEditor";

/** Lets the checks begin once the canvas has been painted: their rules are code that nobody waits for to draw. */
export function useChecks(): void {
  const { startChecking } = useEditor();
  useEffect(() => {
    // The frame after the one that shows the canvas first.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => void startChecking());
    });
    return () => cancelAnimationFrame(frame);
  }, [startChecking]);
}
