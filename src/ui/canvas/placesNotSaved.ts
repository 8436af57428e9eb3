import type { Layout } from "../../pipeline/definition/document";
import type { CanvasKit } from "./kit";

/** Steps that were only arranged keep their place once any step is moved: what one sees must not shift. */
export function placesNotSaved({ editor, session }: CanvasKit): Layout {
  const { layout } = editor.store.getState().document;
  const cards = [...session.getState().scene.cards.values()];
  return new Map(cards.flatMap(({ key, x, y }) => (layout.has(key) ? [] : [[key, { x, y }] as const])));
}
