import type { Place } from "../../pipeline/definition/document";
import type { CanvasKit } from "./kit";

/** Steps that were only arranged keep their place once any step is moved: what one sees must not shift. */
export function placesNotSaved({ editor, session }: CanvasKit): Record<string, Place> {
  const { layout } = editor.store.getState().document;
  const cards = [...session.getState().scene.cards.values()];
  return Object.fromEntries(cards.flatMap(({ key, x, y }) => (layout[key] === undefined ? [[key, { x, y }]] : [])));
}
