import type { SceneCard } from "../../../pipeline/layout/scene";
import type { StepPorts } from "../../../pipeline/wiring";

/** What a card draws: all of its step but where it stands, so that a moved card is not drawn anew. */
export type StepFace = Omit<SceneCard, "x" | "y" | "parent" | "slot">;

export interface CardFace {
  readonly face: StepFace;
  readonly ports: StepPorts;
}

/** The faces of all cards; a card that looks as it did keeps its object. */
export function facesOf(
  cards: ReadonlyMap<string, SceneCard>,
  ports: ReadonlyMap<string, StepPorts>,
  before: ReadonlyMap<string, CardFace>,
): ReadonlyMap<string, CardFace> {
  const faces = new Map<string, CardFace>();
  for (const [key, card] of cards) {
    const its = ports.get(key);
    if (its === undefined) continue;
    const old = before.get(key);
    const looksSame = old !== undefined && old.ports === its && (old.face === card || sameFace(old.face, card));
    faces.set(key, looksSame ? old : { face: card, ports: its });
  }
  return faces;
}

function sameFace(left: StepFace, right: StepFace): boolean {
  return (
    left.step === right.step &&
    left.shape === right.shape &&
    left.width === right.width &&
    left.height === right.height &&
    left.name === right.name &&
    left.type === right.type
  );
}
