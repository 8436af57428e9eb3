import { lazy, Suspense } from "react";
import { loadPart } from "../../../editor/session/loadPart";
import type { Lane, SceneCard } from "../../../pipeline/layout/scene";

const FoldButton = lazy(() => loadPart(() => import("./FoldButton")));
const FoldedSteps = lazy(() => loadPart(() => import("./FoldedSteps")));

interface Props {
  readonly container: string;
  readonly slot: string;
  /** What stands for its steps while they are folded away; null while they are seen. */
  readonly frame: Lane | SceneCard | null;
  readonly top?: number;
}

/** What folds a branch or loop, or unfolds it: it comes when there is one. */
export function Fold({ container, slot, frame, top = 0 }: Props) {
  return (
    <Suspense fallback={null}>
      {frame === null ? (
        <FoldButton container={container} slot={slot} />
      ) : (
        <FoldedSteps frame={frame} container={container} slot={slot} top={top} />
      )}
    </Suspense>
  );
}
