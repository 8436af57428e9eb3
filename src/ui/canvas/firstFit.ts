import type { CanvasKit } from "./kit";

/** How many steps a first view need not show all of. */
const few = 20;

/** The first look at a document: all of it, or its beginning where all would be too small to read. */
export function firstFit({ session, view }: CanvasKit): void {
  const { bounds, cards } = session.getState().scene;
  view.fit(bounds, { at: "once", readable: cards.size <= few });
}
