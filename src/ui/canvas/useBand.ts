import { useEffect } from "react";
import { useStoreApi } from "reactflow";
import { useKit } from "./kit";
import { cardsIn } from "./sceneIndex";

/** The rubber band selects what lies wholly in it, element or not: React Flow knows only the elements. */
export function useBand(): void {
  const { canvas } = useKit();
  const flow = useStoreApi();
  useEffect(
    () =>
      flow.subscribe(({ userSelectionRect: band, transform: [x, y, zoom] }, before) => {
        if (band === null || band === before.userSelectionRect || band.width + band.height === 0) return;
        const { cards } = canvas.getState().scene;
        const rect = {
          x: (band.x - x) / zoom,
          y: (band.y - y) / zoom,
          width: band.width / zoom,
          height: band.height / zoom,
        };
        const held = cardsIn(cards, rect).flatMap((card) => {
          const isInside =
            card.x >= rect.x &&
            card.y >= rect.y &&
            card.x + card.width <= rect.x + rect.width &&
            card.y + card.height <= rect.y + rect.height;
          return isInside ? [card.key] : [];
        });
        canvas.setState({ held });
      }),
    [canvas, flow],
  );
}
