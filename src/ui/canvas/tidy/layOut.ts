import { pauses } from "../../../editor/session/slices";
import { deriveGraph } from "../../../pipeline/graph/deriveGraph";
import { allLines } from "../../../pipeline/layout/route";
import { type Tidied, tidy } from "../../../pipeline/layout/tidy";
import { loadModels } from "../../../pipeline/schema/load";
import { firstFit } from "../firstFit";
import type { CanvasKit } from "../kit";
import { shapesOf } from "../measure";
import { runElk } from "./runElk";

/** Places for all steps, laid out anew; null where the definition changed meanwhile. */
export async function layOut({ editor, canvas, view }: CanvasKit): Promise<Tidied | null> {
  const { document } = editor.store.getState();
  canvas.setState({ tidying: true });
  try {
    const graph = deriveGraph(document.definition);
    // A card's size comes from its type's model, which may still be on its way to the page.
    const models = await loadModels(graph.steps.map(({ type }) => type));
    const tidied = await tidy(
      graph,
      shapesOf({ document, models }),
      allLines(graph),
      document.groups,
      view.room(),
      runElk,
      pauses(),
    );
    return editor.store.getState().document.definition === document.definition ? tidied : null;
  } finally {
    canvas.setState({ tidying: false });
  }
}

/** Gives an imported document its places, which is no entry of the history: nobody asked for it. */
export async function layOutFirst(kit: CanvasKit): Promise<void> {
  const { editor, canvas } = kit;
  try {
    const tidied = await layOut(kit);
    const { document, history } = editor.store.getState();
    // Whoever sees the steps already may have them in hand: nothing jumps.
    if (tidied === null || !canvas.getState().arriving) return;
    if (history.past.length === 0 && history.future.length === 0) {
      editor.replaceDocument({ ...document, ...tidied });
    }
    firstFit(kit);
  } catch {
    editor.notice("warning", "The steps could not be tidied: the layout did not answer. Try again.");
  }
}
