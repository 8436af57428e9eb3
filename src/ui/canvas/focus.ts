import type { Position } from "../../pipeline/definition/document";
import type { CanvasKit } from "./kit";

export function stepElement(key: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(`.react-flow__node[data-id="${CSS.escape(key)}"]`);
}

/** The step that holds an element, by its key. */
export function stepOf(element: Element): string | null {
  return element.closest<HTMLElement>(".react-flow__node")?.dataset.id ?? null;
}

/** Where a step's menu opens: over its card, its name still to be read. */
export function stepMenuPosition({ x, y }: Position): Position {
  return { x: x + 40, y: y + 40 };
}

/** Brings a step into view, near enough to be read or just where it is seen, and puts the focus on it, once it is an element. */
export function focusStep(
  kit: CanvasKit,
  key: string,
  port?: string,
  how: "to be read" | "where it is seen" = "to be read",
): void {
  const { scene } = kit.canvas.getState();
  // It is unfolded for it.
  if (scene.hidden.has(key)) kit.editor.reveal(key);
  const card = kit.canvas.getState().scene.cards.get(key);
  if (card === undefined) return;
  kit.canvas.setState({ tabStop: key });
  kit.view.show(card, how);
  const focus = (left: number) => {
    const step = stepElement(key);
    const wanted = port === undefined ? step : step?.querySelector<HTMLElement>(`[data-port="${CSS.escape(port)}"]`);
    if (wanted !== null && wanted !== undefined) wanted.focus({ preventScroll: true });
    else if (left > 0) requestAnimationFrame(() => focus(left - 1));
  };
  focus(30);
}

/** Puts the focus on a line, once it is drawn. */
export function focusLine(id: string): boolean {
  const line = document.querySelector<SVGGElement>(`.sw-line[data-line="${CSS.escape(id)}"]`);
  line?.focus({ preventScroll: true });
  return line !== null;
}
