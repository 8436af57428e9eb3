import type { Scene } from "../../../pipeline/layout/scene";
import { fitTidied } from "../firstFit";
import type { CanvasKit } from "../kit";
import { calm } from "../view";

const duration = 200;
/** More cards than this would move in jerks. */
const most = 150;

/** Shows tidied steps: each card goes from where it was to its new place, the wires come when they stand. */
export async function showTidied(kit: CanvasKit, before: Scene): Promise<void> {
  fitTidied(kit);
  const { scene } = kit.canvas.getState();
  if (calm() || scene.cards.size > most) return;
  const drawn = kit.view.element()?.querySelectorAll<HTMLElement>(".react-flow__node, .sw-lines, .sw-lane") ?? [];
  const running = [...drawn].map((element) => {
    const key = element.dataset.id ?? "";
    const [old, now] = [before.cards.get(key), scene.cards.get(key)];
    const frames =
      old === undefined || now === undefined
        ? [{ opacity: 0 }, { opacity: 1 }]
        : [{ translate: `${old.x - now.x}px ${old.y - now.y}px` }, { translate: "0 0" }];
    return element.animate(frames, { duration, easing: "ease-out" });
  });
  await Promise.allSettled(running.map(({ finished }) => finished));
}
