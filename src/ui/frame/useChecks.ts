import { useEffect } from "react";
import { afterPaint } from "../kit/afterPaint";
import { useEditor } from "../kit/useWorkspace";

/** Lets the checks begin once the canvas has been painted: their rules are code that nobody waits for to draw. */
export function useChecks(): void {
  const { startChecking } = useEditor();
  useEffect(() => void afterPaint().then(startChecking), [startChecking]);
}
