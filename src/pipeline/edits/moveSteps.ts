import type { Layout } from "../definition/document";
import type { Recipe } from "./edit";

/** Puts steps at places on the canvas; what is not named stays. Places are rounded to whole pixels. */
export function moveSteps(positions: Layout): Recipe {
  return (document) => {
    const changed = [...positions].filter(([key, position]) => {
      const before = document.layout.get(key);
      return before === undefined || before.x !== Math.round(position.x) || before.y !== Math.round(position.y);
    });
    if (changed.length === 0) return document;
    const rounded = changed.map(([key, { x, y }]) => [key, { x: Math.round(x), y: Math.round(y) }] as const);
    return { ...document, layout: new Map([...document.layout, ...rounded]) };
  };
}
