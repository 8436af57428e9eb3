import type { StepPorts } from "../../../pipeline/card/ports";
import type { CardShape } from "../../../pipeline/layout/cardShape";
import type { SceneCard } from "../../../pipeline/layout/scene";

/** What a card draws: all of its step but where it stands, so that a moved card is not drawn anew. */
export interface StepFace {
  readonly key: string;
  readonly name: string;
  readonly type: string;
  readonly width: number;
  readonly height: number;
  readonly shape: CardShape;
  /** What the step does, in a line of words; null where its ports say it. */
  readonly sentence: string | null;
}

export interface CardFace {
  readonly face: StepFace;
  readonly ports: StepPorts;
}

interface Drawn {
  readonly ports: ReadonlyMap<string, StepPorts>;
  readonly sentences: ReadonlyMap<string, string>;
}

/** The faces of all cards; a card that looks as it did keeps its object. */
export function facesOf(
  cards: ReadonlyMap<string, SceneCard>,
  { ports, sentences }: Drawn,
  before: ReadonlyMap<string, CardFace>,
): ReadonlyMap<string, CardFace> {
  const faces = new Map<string, CardFace>();
  for (const [key, card] of cards) {
    const its = ports.get(key);
    if (its === undefined) continue;
    const sentence = sentences.get(key) ?? null;
    const old = before.get(key);
    const looksSame = old !== undefined && old.ports === its && isFaceOf(old.face, card, sentence);
    faces.set(key, looksSame ? old : { face: faceOf(card, sentence), ports: its });
  }
  return faces;
}

function faceOf({ key, name, type, width, height, shape }: SceneCard, sentence: string | null): StepFace {
  return { key, name, type, width, height, shape, sentence };
}

function isFaceOf(face: StepFace, card: SceneCard, sentence: string | null): boolean {
  return (
    face.shape === card.shape &&
    face.width === card.width &&
    face.height === card.height &&
    face.name === card.name &&
    face.type === card.type &&
    face.sentence === sentence
  );
}
