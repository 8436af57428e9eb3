import type { Node } from "reactflow";
import type { SceneCard } from "../../pipeline/layout/scene";
import type { CanvasState } from "./canvasStore";

/** What a card shows it takes from the canvas's state, by its id: React Flow hears only of what stands elsewhere or is selected. */
export type StepNode = Node<Record<string, never>, "step" | "box">;

const noData: StepNode["data"] = {};

/** Our wires are not React Flow's: declared empty, so that nothing of a card is ever measured. */
const noHandles: StepNode["handles"] = [];

interface Made {
  readonly card: SceneCard;
  readonly tabStop: boolean;
  readonly moving: boolean;
  readonly node: StepNode;
}

/**
 * Turns the steps that are elements into React Flow's nodes; an unchanged step keeps its node object, and with it its place in the page. Where none
 * changed, the list is the one before.
 */
export function createFlowNodes(): (state: CanvasState, selected: ReadonlySet<string>) => StepNode[] {
  let made = new Map<string, Made>();
  let nodes: StepNode[] = [];
  return ({ scene, elements, tabStop, drag }, selected) => {
    const next = new Map<string, Made>();
    const now: StepNode[] = [];
    for (const key of elements) {
      const card = scene.cards.get(key);
      if (card === undefined) continue;
      const before = made.get(key);
      const isSelected = selected.has(key);
      const isStop = tabStop === key;
      const moving = drag?.has(key) === true;
      const same =
        before !== undefined &&
        before.node.selected === isSelected &&
        before.tabStop === isStop &&
        before.moving === moving &&
        (before.card === card || standsAlike(before.card, card));
      const found = same ? before : { card, tabStop: isStop, moving, node: nodeOf(card, isSelected, isStop, moving) };
      next.set(key, found);
      now.push(found.node);
    }
    made = next;
    if (now.length !== nodes.length || now.some((node, index) => node !== nodes[index])) nodes = now;
    return nodes;
  };
}

function nodeOf(card: SceneCard, selected: boolean, tabStop: boolean, moving: boolean): StepNode {
  const { x, y, width, height, shape } = card;
  return {
    id: card.key,
    type: shape.box ? "box" : "step",
    position: { x, y },
    width,
    height,
    measured: { width, height },
    handles: noHandles,
    data: noData,
    selected,
    zIndex: depthOf(card, selected),
    ariaLabel: card.name === "" ? "(no name)" : card.name,
    ...(moving ? {} : { style: standing(card) }),
    domAttributes: {
      "aria-roledescription": "step",
      tabIndex: tabStop ? 0 : -1,
    },
  };
}

/**
 * A step that stands is placed, not transformed as React Flow does it: the browser handles each transform apart whenever anything on the
 * page changes, and a thousand of them took longer than all else that a key costs. One that is dragged moves without a layout.
 */
function standing({ x, y }: SceneCard): NonNullable<StepNode["style"]> {
  return { transform: "none", left: x, top: y };
}

function standsAlike(left: SceneCard, right: SceneCard): boolean {
  return (
    left.x === right.x &&
    left.y === right.y &&
    left.width === right.width &&
    left.height === right.height &&
    left.shape.box === right.shape.box &&
    left.depth === right.depth &&
    left.name === right.name
  );
}

/** Boxes lie below the wires, cards above them, the selected card on top. */
function depthOf({ shape, depth }: SceneCard, selected: boolean): number {
  if (shape.box) return Math.min(-1, 2 * depth - 19);
  return selected ? 3 : 2;
}
