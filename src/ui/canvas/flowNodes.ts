import type { Node } from "reactflow";
import type { SceneCard } from "../../pipeline/layout/scene";
import type { StepPorts } from "../../pipeline/wiring";
import type { CanvasState } from "./session";

/** What a card draws: all of its step but where it stands, so that a moved card is not drawn anew. */
export type StepFace = Omit<SceneCard, "x" | "y" | "parent" | "slot">;

export interface StepData extends Record<string, unknown> {
  readonly face: StepFace;
  readonly ports: StepPorts;
}

export type StepNode = Node<StepData, "step" | "box">;

/** Our wires are not React Flow's: declared empty, so that nothing of a card is ever measured. */
const noHandles: StepNode["handles"] = [];

interface Made {
  readonly card: SceneCard;
  readonly ports: StepPorts;
  readonly selected: boolean;
  readonly tabStop: boolean;
  readonly node: StepNode;
}

/** Turns the scene into React Flow's nodes; an unchanged step keeps its node object, and with it its place in the page. */
export function createFlowNodes(): (state: CanvasState, selected: ReadonlySet<string>) => StepNode[] {
  let made = new Map<string, Made>();
  return ({ scene, ports, tabStop }, selected) => {
    const next = new Map<string, Made>();
    const nodes: StepNode[] = [];
    for (const [key, card] of scene.cards) {
      const its = ports.get(key);
      if (its === undefined) continue;
      const isSelected = selected.has(key);
      const isStop = tabStop === key;
      const before = made.get(key);
      const same =
        before !== undefined &&
        before.card === card &&
        before.ports === its &&
        before.selected === isSelected &&
        before.tabStop === isStop;
      const found = same ? before : make(card, its, isSelected, isStop, before);
      next.set(key, found);
      nodes.push(found.node);
    }
    made = next;
    return nodes;
  };
}

function make(card: SceneCard, ports: StepPorts, selected: boolean, tabStop: boolean, before?: Made): Made {
  const { x, y, width, height, shape } = card;
  const data =
    before !== undefined && before.ports === ports && sameFace(before.card, card)
      ? before.node.data
      : { face: card, ports };
  const node: StepNode = {
    id: card.key,
    type: shape.box ? "box" : "step",
    position: { x, y },
    width,
    height,
    measured: { width, height },
    handles: noHandles,
    data,
    selected,
    zIndex: depthOf(card, selected),
    ariaLabel: card.name === "" ? "(no name)" : card.name,
    domAttributes: { "aria-roledescription": "step", tabIndex: tabStop ? 0 : -1 },
  };
  return { card, ports, selected, tabStop, node };
}

function sameFace(left: SceneCard, right: SceneCard): boolean {
  return (
    left.step === right.step &&
    left.shape === right.shape &&
    left.width === right.width &&
    left.height === right.height &&
    left.name === right.name &&
    left.type === right.type
  );
}

/** Boxes lie below the wires, cards above them, the selected card on top. */
function depthOf({ shape, depth }: SceneCard, selected: boolean): number {
  if (shape.box) return Math.min(-1, 2 * depth - 19);
  return selected ? 3 : 2;
}
