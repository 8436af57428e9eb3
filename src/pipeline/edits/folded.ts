import { withName, withoutNames } from "../definition/byName";
import type { Folded, PipelineDocument } from "../definition/document";
import { listSteps } from "../graph/stepTree";
import type { Recipe } from "./edit";

/** Folds slots of a container on the canvas, or unfolds them. The definition knows nothing of it. */
export function foldSlots(container: string, slots: readonly string[], folds: boolean): Recipe {
  return (document) => withFolded(document, folding(document.folded, container, slots, folds));
}

/** Unfolds all that a step lies in, so that it is seen; the same document where it is. */
export function unfoldAround(key: string): Recipe {
  return (document) => {
    if (document.folded.size === 0) return document;
    const byKey = new Map(listSteps(document.definition).map((entry) => [entry.key, entry]));
    let { folded } = document;
    for (let at = byKey.get(key); at?.parent != null && at.slot !== null; at = byKey.get(at.parent)) {
      folded = folding(folded, at.parent, [at.slot], false);
    }
    return withFolded(document, folded);
  };
}

function folding(folded: Folded, container: string, slots: readonly string[], folds: boolean): Folded {
  const before = folded.get(container) ?? [];
  const others = before.filter((slot) => !slots.includes(slot));
  const now = folds ? [...others, ...slots] : others;
  if (now.length === before.length && now.every((slot) => before.includes(slot))) return folded;
  return now.length === 0 ? withoutNames(folded, new Set([container])) : withName(folded, container, now);
}

function withFolded(document: PipelineDocument, folded: Folded): PipelineDocument {
  return folded === document.folded ? document : { ...document, folded };
}
