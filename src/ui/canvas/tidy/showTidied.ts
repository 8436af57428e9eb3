import type { Position } from "../../../pipeline/definition/document";
import type { Scene } from "../../../pipeline/layout/scene";
import type { CanvasStore } from "../canvasStore";
import { fitTidied } from "../firstFit";
import type { CanvasKit } from "../kit";
import { calm } from "../view";

const duration = 200;
/** More cards than this would move in jerks. */
const most = 150;

/** Shows tidied steps: each card glides from where it was to its new place; the wires take their ways when they stand. */
export async function showTidied(kit: CanvasKit, before: Scene): Promise<void> {
  const { canvas } = kit;
  await placed(canvas);
  const { cards } = canvas.getState().scene;
  fitTidied(kit);
  const moves = [...cards].flatMap(([key, to]) => {
    const from = before.cards.get(key);
    return from === undefined || (from.x === to.x && from.y === to.y) ? [] : [{ key, from, to }];
  });
  // A page that nobody sees has no frames.
  if (calm() || document.hidden || cards.size > most || moves.length === 0) return;
  const begun = performance.now();
  const glideTo = (share: number) =>
    canvas.setState({ glide: new Map(moves.map(({ key, from, to }) => [key, between(from, to, share)])) });
  glideTo(0);
  for (;;) {
    const now = await nextFrame();
    const share = (now - begun) / duration;
    // What a person does meanwhile goes first.
    if (share >= 1 || canvas.getState().dragging !== null) break;
    glideTo(1 - (1 - Math.max(0, share)) ** 3);
  }
  canvas.setState({ glide: null });
}

/** Thousands of steps come to their places in slices. */
function placed(canvas: CanvasStore): Promise<void> {
  return new Promise((resolve) => {
    if (!canvas.getState().placing) return resolve();
    const stop = canvas.subscribe(({ placing }) => {
      if (placing) return;
      stop();
      resolve();
    });
  });
}

const nextFrame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));

function between(from: Position, to: Position, share: number): Position {
  return { x: Math.round(from.x + (to.x - from.x) * share), y: Math.round(from.y + (to.y - from.y) * share) };
}
