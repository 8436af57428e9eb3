/** Two versions of the document over each other, while they are shown; the document itself is left alone. */
import { createStore, type StoreApi } from "zustand/vanilla";
import { loadPart } from "./loadPart";
import type { ShownComparison, Side } from "./shownComparison";

export interface Comparisons {
  readonly store: StoreApi<{
    readonly shown: ShownComparison | null;
    /** The stop that is looked at; null before the first. */
    readonly at: number | null;
  }>;
  /** Shows what `after` has and `before` had not, in the canvas' place. */
  show(before: Side, after: Side): Promise<void>;
  /** Goes to a stop and shows it on the canvas; past the last comes the first. */
  goTo(stop: number): void;
  next(): void;
  previous(): void;
  /** Back to the document. */
  leave(): void;
}

export function createComparisons(): Comparisons {
  const store: Comparisons["store"] = createStore(() => ({ shown: null, at: null }));
  let stopFollowing = () => {};
  let asked = 0;

  const goTo = (wanted: number) => {
    const { shown } = store.getState();
    if (shown === null || shown.stops.length === 0) return;
    const at = ((wanted % shown.stops.length) + shown.stops.length) % shown.stops.length;
    const stop = shown.stops[at];
    store.setState({ at });
    if (stop?.kind === "step") shown.editor.reveal(stop.change.name);
    else shown.editor.clearSelection();
  };

  const leave = () => {
    asked += 1;
    stopFollowing();
    store.setState({ shown: null, at: null });
  };

  return {
    store,
    async show(before, after) {
      asked += 1;
      const mine = asked;
      const { overlaid } = await loadPart(() => import("./overlaid"));
      const shown = { id: mine, ...(await overlaid(before, after)) };
      if (mine !== asked) return;
      stopFollowing();
      store.setState({ shown, at: null });
      stopFollowing = followSelection(shown, (at) => store.setState({ at }));
    },
    goTo,
    next: () => goTo((store.getState().at ?? -1) + 1),
    previous: () => goTo((store.getState().at ?? 0) - 1),
    leave,
  };
}

/** A step or a line that is chosen on the canvas is a stop that is gone to. */
function followSelection({ editor, stops }: ShownComparison, goTo: (stop: number) => void): () => void {
  return editor.store.subscribe(({ selection }, before) => {
    if (selection === before.selection) return;
    const step = selection.edge?.to ?? (selection.steps.length === 1 ? selection.steps[0] : undefined);
    const at = stops.findIndex((stop) => stop.kind === "step" && stop.change.name === step);
    if (at >= 0) goTo(at);
  });
}
