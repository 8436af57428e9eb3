import type { Layout, Place } from "../../pipeline/definition/document";
import { addStep, nameForNewStep } from "../../pipeline/edits/addStep";
import { stepTypeOf } from "../../pipeline/steps";
import type { Editor } from "../session/createEditor";

export interface Rectangle extends Place {
  readonly width: number;
  readonly height: number;
}

/** About the room that a card needs, with air around it. */
const cell = { width: 320, height: 200 };
const margin = 48;

/**
 * A free place for a new step, in view where there is room: the first place of a grid, from the left and top, on which no card lies;
 * below everything in view where there is none.
 */
export function freePlace(layout: Layout, view: Rectangle): Place {
  const taken = [...layout.values()];
  const isFree = (place: Place) =>
    taken.every(({ x, y }) => Math.abs(x - place.x) >= cell.width - 20 || Math.abs(y - place.y) >= cell.height - 20);
  const columns = Math.max(1, Math.floor((view.width - margin) / cell.width));
  const rows = Math.max(1, Math.floor((view.height - margin) / cell.height));
  for (let row = 0; row < rows + 200; row++) {
    for (let column = 0; column < columns; column++) {
      const place = {
        x: Math.round(view.x + margin + column * cell.width),
        y: Math.round(view.y + margin + row * cell.height),
      };
      if (isFree(place)) return place;
    }
  }
  return { x: Math.round(view.x + margin), y: Math.round(view.y + margin) };
}

/** Adds a step of a type at a free place in view, and selects it. Answers its name, null when it was refused. */
export function addStepInView(editor: Editor, type: string, view: Rectangle): string | null {
  const { document } = editor.store.getState();
  const name = nameForNewStep(document, type);
  const label = `Add ${stepTypeOf(type).label}`;
  const outcome = editor.edit(label, addStep(type, freePlace(document.layout, view), name));
  if (!outcome.ok) return null;
  editor.reveal(name);
  editor.announce(`Added ${name}.`);
  return name;
}
