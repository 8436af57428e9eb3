/**
 * Which steps are elements of the page. Everything is painted; an element is what one can have to do with: the step under the pointer,
 * the one that has the focus, the selected ones, and near, what is in view.
 */
import type { useStoreApi } from "reactflow";
import { grown, overlaps, type Rect } from "../../pipeline/layout/rect";
import { keysOf } from "../../pipeline/layout/replaced";
import type { SceneCard } from "../../pipeline/layout/scene";
import { oncePerObject } from "../../pipeline/remember";
import type { CanvasState } from "./canvasStore";
import type { CanvasKit } from "./kit";
import { sameKeys } from "./sameKeys";
import { cardsIn } from "./sceneIndex";

/** So many steps are elements at most, beside the few that are had to do with at the moment. */
export const mostElements = 60;
/** Near, what lies so close to the view is an element too, in canvas pixels. */
const around = 120;

const orderOf = oncePerObject(
  (cards: CanvasState["scene"]["cards"]) => new Map([...cards.keys()].map((key, index) => [key, index])),
);

/** The keys of the steps that are to be elements, in the order of the scene. */
export function elementsOf(state: CanvasState, selected: readonly string[], inView: Rect): ReadonlySet<string> {
  const { cards } = state.scene;
  const chosen = new Set(inHand(state).filter((key) => key !== null && cards.has(key)) as string[]);
  const room = chosen.size + mostElements;
  for (const { key } of nearestFirst(cardsOf(cards, selected), inView)) if (chosen.size < room) chosen.add(key);
  if (!state.far) {
    for (const { key } of nearestFirst(cardsIn(cards, grown(inView, around)), inView)) {
      if (chosen.size < room) chosen.add(key);
    }
  }
  const order = orderOf(keysOf(cards));
  return new Set([...chosen].sort((left, right) => (order.get(left) ?? 0) - (order.get(right) ?? 0)));
}

/** What must be an element whatever is in view. */
function inHand({
  under,
  tabStop,
  renaming,
  wire,
  opened,
  dragging,
  overlay,
  pulse,
  drop,
}: CanvasState): readonly (string | null)[] {
  return [
    tabStop,
    under,
    renaming,
    wire?.from?.key ?? null,
    wire?.over?.key ?? null,
    opened?.key ?? null,
    pulse?.key ?? null,
    drop?.to?.container ?? null,
    overlay?.kind === "stepMenu" ? overlay.step : null,
    ...(dragging?.roots.slice(0, mostElements) ?? []),
  ];
}

function cardsOf(cards: CanvasState["scene"]["cards"], keys: readonly string[]): SceneCard[] {
  return keys.flatMap((key) => cards.get(key) ?? []);
}

/** Those in view first, from its middle outwards; no sorting where all have room. */
function nearestFirst(cards: SceneCard[], inView: Rect): readonly SceneCard[] {
  if (cards.length <= mostElements) return cards;
  const away = (card: SceneCard) => {
    const across = card.x + card.width / 2 - inView.x - inView.width / 2;
    const down = card.y + card.height / 2 - inView.y - inView.height / 2;
    return Math.hypot(across, down) + (overlaps(card, inView) ? 0 : 1e9);
  };
  return cards
    .map((card) => ({ card, away: away(card) }))
    .sort((left, right) => left.away - right.away)
    .map(({ card }) => card);
}

/** What says which steps are elements, `inHand` and beside it. */
const followed: readonly (keyof CanvasState)[] = [
  "measured",
  "far",
  "held",
  "scene",
  "under",
  "tabStop",
  "renaming",
  "wire",
  "opened",
  "dragging",
  "overlay",
  "pulse",
  "drop",
];

/** Keeps them in step with the canvas, the selection and the view; while the view moves, they stay. */
export function keepElements({ editor, canvas, view }: CanvasKit, flow: ReturnType<typeof useStoreApi>): () => void {
  const update = () => {
    const state = canvas.getState();
    // Before the first look only by chance something is in view.
    if (!state.measured) return;
    const now = elementsOf(state, state.held ?? editor.store.getState().selection.steps, view.inView());
    if (!sameKeys(now, state.elements)) canvas.setState({ elements: now });
  };
  update();
  const stops = [
    canvas.subscribe((state, before) => {
      if (
        state.drag !== null &&
        before.drag !== null &&
        state.dragging === before.dragging &&
        state.drop === before.drop
      )
        return;
      const rests = !state.moving && before.moving;
      if (rests || followed.some((name) => state[name] !== before[name])) update();
    }),
    editor.store.subscribe((state, before) => {
      if (state.selection !== before.selection) update();
    }),
    flow.subscribe((state, before) => {
      const isSized = state.width !== before.width || state.height !== before.height;
      if (isSized || (state.transform !== before.transform && !canvas.getState().moving)) update();
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
