import { moveSteps } from "../../../pipeline/edits/moveSteps";
import { deriveGraph } from "../../../pipeline/graph/deriveGraph";
import { allLines } from "../../../pipeline/layout/route";
import { tidy } from "../../../pipeline/layout/tidy";
import { loadModels } from "../../../pipeline/schema/load";
import { firstFit, waitsForLayout } from "../firstFit";
import type { CanvasKit } from "../kit";
import { shapesOf } from "../measure";
import { runElk } from "./runElk";

/**
 * Lays all steps out anew. As `first` it gives an imported document its places, which is no entry of the history: nobody asked for it.
 */
export async function tidyDocument(kit: CanvasKit, how: "asked" | "first"): Promise<void> {
  const { editor, session, view } = kit;
  const { document } = editor.store.getState();
  session.setState({ tidying: true });
  try {
    const graph = deriveGraph(document.definition);
    // A card's size comes from its type's model, which may still be on its way to the page.
    const models = await loadModels(graph.steps.map(({ type }) => type));
    const places = await tidy(graph, shapesOf({ document, models }), allLines(graph), runElk);
    const now = editor.store.getState();
    if (now.document.definition !== document.definition) return;
    // Whoever sees the steps already may have them in hand: nothing jumps.
    if (how === "first" && waitsForLayout(document) && !session.getState().arriving) return;
    if (how === "asked") editor.edit("Tidy", moveSteps(places));
    else if (now.history.past.length === 0 && now.history.future.length === 0) {
      editor.replaceDocument({ ...now.document, layout: places });
    }
    if (how === "first") firstFit(kit);
    else {
      view.fit(session.getState().scene.bounds);
      editor.announce(`${graph.steps.length} steps tidied.`);
    }
  } catch {
    editor.notice("warning", "The steps could not be tidied: the layout did not answer. Try again.");
  } finally {
    session.setState({ tidying: false });
  }
}
