import type { Page } from "@playwright/test";
import { parseDefinition } from "../src/pipeline/definition/parse";
import { isObject } from "../src/pipeline/definition/value";
import { deriveGraph } from "../src/pipeline/graph/deriveGraph";
import type { Card, Point, Subject } from "./subject";

/** The graph of a generated definition. */
export function graphOf(text: string) {
  const parsed = parseDefinition(text);
  if (!parsed.ok || !isObject(parsed.value)) throw new Error("the generated definition is refused");
  return deriveGraph(parsed.value);
}

/** Where the editor has put the steps: its map draws every one of them, in the definition's order, whatever else is an element. */
export async function readCards(page: Page, subject: Subject, text: string): Promise<Record<string, Card>> {
  const path = await page.locator(`${subject.find.canvas} .sw-minimap-steps`).getAttribute("d");
  const rects = [...(path ?? "").matchAll(/M([-\d.e]+),([-\d.e]+)h([-\d.e]+)v([-\d.e]+)/g)].map((match) =>
    match.slice(1).map(Number),
  );
  const { steps } = graphOf(text);
  if (rects.length !== steps.length) throw new Error(`the map shows ${rects.length} of ${steps.length} steps`);
  const cards = steps.map(({ key }, index) => {
    const [x = 0, y = 0, width = 0, height = 0] = rects[index] ?? [];
    return [key, { x, y, width, height }] as const;
  });
  return Object.fromEntries(cards);
}

/** A point of the head of a step near the middle that no control covers, in the window. */
export async function findStep(page: Page, subject: Subject, cards: Readonly<Record<string, Card>>): Promise<Point> {
  const found = await page.evaluate(
    ({ find, rects }) => {
      const canvas = document.querySelector(find.canvas);
      const viewport = canvas?.querySelector(".react-flow__viewport");
      if (!canvas || !viewport) return null;
      const area = canvas.getBoundingClientRect();
      const { a: zoom, e, f } = new DOMMatrix(getComputedStyle(viewport).transform);
      const points = rects.map(({ x, y, width, height }) => ({
        x: area.x + e + (x + width * 0.5) * zoom,
        y: area.y + f + (y + height * 0.15) * zoom,
      }));
      const away = (point: { x: number; y: number }) =>
        Math.hypot(point.x - area.x - area.width / 2, point.y - area.y - area.height / 2);
      points.sort((left, right) => away(left) - away(right));
      const free = ({ x, y }: { x: number; y: number }) =>
        document.elementFromPoint(x, y)?.closest(".react-flow__pane, .react-flow__node, .react-flow__viewport") != null;
      return points.find(free) ?? null;
    },
    { find: subject.find, rects: Object.values(cards) },
  );
  if (found === null) throw new Error(`${subject.name}: no step is in view`);
  return found;
}
