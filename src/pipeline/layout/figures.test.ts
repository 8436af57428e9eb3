/** What a tidied pipeline looks like, in figures, over all definitions there are and chains of every length that people have. */
import { describe, expect, it } from "vitest";
import { corpus } from "../../testing/fixtures";
import { measured, usualRoom } from "../../testing/layouts";
import { definitionOf, documentOf } from "../../testing/load";
import { createDocument, type PipelineDocument } from "../definition/document";
import { containersOf } from "../graph/stepTree";
import { curvePoints } from "./curve";
import { labelPositions, labelRect, labelsOf } from "./labels";
import { grown, overlaps, type Rect } from "./rect";
import { type RoutedLine, routeLines } from "./route";
import { type Scene, solidPart } from "./scene";
import { textWidth } from "./textWidth";

const chain = (length: number) =>
  documentOf(
    Array.from({ length }, (_, index) => ({
      Name: `Step${index}`,
      Type: "Lambda",
      Arguments: index === 0 ? {} : { before: { Get: `Steps.Step${index - 1}.OutputParameters['out']` } },
      OutputParameters: [{ OutputName: "out", OutputType: "String" }],
    })),
  );

async function drawn(document: PipelineDocument) {
  const { graph, sceneAt, tidied } = measured(document);
  const { layout, ways } = await tidied();
  const scene = sceneAt(layout);
  return {
    graph,
    layout,
    scene,
    lines: [...routeLines(graph, scene, ways).values()].filter(({ implied }) => !implied),
  };
}

/** Pairs of cards, boxes and lanes that lie on each other although neither holds the other. */
function collisions(scene: Scene, definition: Parameters<typeof containersOf>[0]): string[] {
  const cards = [...scene.cards.values()];
  const lanes = [...scene.lanes.values()];
  const holds = (container: string, key: string) => containersOf(definition, key).includes(container);
  const found: string[] = [];
  cards.forEach((left, index) => {
    for (const right of cards.slice(index + 1)) {
      const boxed = (left.shape.box && holds(left.key, right.key)) || (right.shape.box && holds(right.key, left.key));
      if (!boxed && overlaps(left, right)) found.push(`${left.key} × ${right.key}`);
    }
    for (const lane of lanes) {
      const boxed = left.shape.box && holds(left.key, lane.container);
      if (!holds(lane.container, left.key) && !boxed && overlaps(left, lane)) found.push(`${left.key} × ${lane.id}`);
    }
  });
  return found;
}

/** Wires that run over a card that they do not join; a ForEach is its head here, for wires go into its box. */
function crossings(scene: Scene, lines: readonly RoutedLine[]): string[] {
  return lines.flatMap(({ line, curve }) => {
    const points = curvePoints(curve);
    return [...scene.cards.values()].flatMap((card) => {
      if (card.key === line.from || card.key === line.to) return [];
      return points.some((point, index) => crosses(points[index - 1] ?? point, point, grown(solidPart(card), -1)))
        ? [`${line.id} over ${card.key}`]
        : [];
    });
  });
}

function crosses(from: { x: number; y: number }, to: { x: number; y: number }, card: Rect): boolean {
  const box = { x: Math.min(from.x, to.x), y: Math.min(from.y, to.y) };
  const size = { width: Math.abs(to.x - from.x) + 0.01, height: Math.abs(to.y - from.y) + 0.01 };
  if (!overlaps({ ...box, ...size }, card)) return false;
  const steps = Math.max(1, Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / 4));
  return Array.from({ length: steps + 1 }, (_, index) => index / steps).some((share) => {
    const [x, y] = [from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share];
    return overlaps({ x, y, width: 0.01, height: 0.01 }, card);
  });
}

/** Names on the canvas are never smaller than this on the screen. */
const namePixels = 9;
/** Of more steps groups and counts show in place of names. */
const few = 60;

/** Cards that have no room for their names where all of them are in view; of a name that is longer than most, for its beginning. */
function nameless({ cards, bounds }: Scene): string[] {
  const zoom = Math.min(1, usualRoom.width / (bounds?.width ?? 1), usualRoom.height / (bounds?.height ?? 1));
  return [...cards.values()].flatMap((card) => {
    const lines = Math.min(2, Math.floor((solidPart(card).height * zoom) / (1.2 * namePixels)));
    const fits = lines * (card.width * zoom - 12) >= textWidth(card.name.slice(0, 16), namePixels, true);
    return lines > 0 && fits ? [] : [card.key];
  });
}

describe.each(corpus())("a tidied $name", ({ text, graph: { steps } }) => {
  const document = createDocument("d", "d", definitionOf(text));
  let made: ReturnType<typeof drawn> | null = null;
  const once = () => {
    made ??= drawn(document);
    return made;
  };

  it("has no card on another and no foreign card in a branch or a loop", async () => {
    const { graph, layout, scene } = await once();
    expect([...layout.keys()].sort()).toEqual(graph.steps.map(({ key }) => key).sort());
    expect(collisions(scene, document.definition)).toEqual([]);
  });

  it("has no wire over a card that it does not join", async () => {
    const { scene, lines } = await once();
    expect(crossings(scene, lines)).toEqual([]);
  });

  it("has no label over another or over a card", async () => {
    const { scene, lines } = await once();
    const solid = [...scene.cards.values()].map(solidPart);
    const labelled = labelsOf(lines);
    const at = labelPositions(
      labelled,
      solid,
      lines.map(({ curve }) => curve),
    );
    const rects = labelled.flatMap(({ id, text: word }) => {
      const middle = at.get(id);
      return middle === undefined ? [] : [{ id, ...labelRect(middle, word) }];
    });
    expect(
      rects.flatMap((left, index) =>
        rects.slice(index + 1).flatMap((right) => (overlaps(left, right) ? [`${left.id} × ${right.id}`] : [])),
      ),
    ).toEqual([]);
    expect(rects.filter((rect) => solid.some((card) => overlaps(rect, card)))).toEqual([]);
  });

  if (steps.length <= few) {
    it("has room on each card for its name, at 9 pixels on two lines, when all of it is in view", async () => {
      expect(nameless((await once()).scene)).toEqual([]);
    });
  }
});

describe("a tidied chain", () => {
  it.each([5, 6, 8, 12, 17, 23, 30])("of %i steps has about the shape of the view", async (length) => {
    const { scene } = await drawn(chain(length));
    const { width = 0, height = 1 } = scene.bounds ?? {};
    const ratio = width / height / (usualRoom.width / usualRoom.height);
    expect(ratio).toBeGreaterThan(0.5);
    expect(ratio).toBeLessThan(2);
  });

  it("of few steps stays one row in a room where that is seen in full size", async () => {
    const { sceneAt, tidied } = measured(chain(5));
    const { layout } = await tidied({ width: 4_000, height: 900 });
    const tops = new Set([...sceneAt(layout).cards.values()].map(({ y }) => y));
    expect(tops.size).toBeLessThanOrEqual(2);
    expect(sceneAt(layout).bounds?.height).toBeLessThan(250);
  });
});
