import { describe, expect, it } from "vitest";
import { deriveGraph } from "../../pipeline/graph/deriveGraph";
import { arrange } from "../../pipeline/layout/arrange";
import { grown, type Rect } from "../../pipeline/layout/rect";
import { routeLines } from "../../pipeline/layout/route";
import { buildScene } from "../../pipeline/layout/scene";
import { corpusText } from "../../testing/fixtures";
import { definitionOf } from "../../testing/load";
import { carryCards, carryLines } from "./carry";
import { shapeWithoutPorts } from "./measure";
import { cardsIn, linesIn } from "./sceneIndex";

const graph = deriveGraph(definitionOf(corpusText("large-240")));
const positions = arrange(graph, new Map(), shapeWithoutPorts);
const begun = buildScene(graph.steps, (key) => positions.get(key) ?? { x: 0, y: 0 }, shapeWithoutPorts);
const begunLines = routeLines(graph, begun, []);

describe("what lies at a place while steps are dragged", () => {
  it("is what would be found of them if they stood there, at each move", () => {
    const [first, second] = graph.steps;
    if (first === undefined || second === undefined) throw new Error("There are steps.");
    const moving = new Set([first.key, second.key]);
    let [scene, lines] = [begun, begunLines];
    for (const by of [300, 1_400, 9_000]) {
      const drag = new Map([...moving].map((key) => [key, { x: by, y: by / 2 }]));
      scene = carryCards(scene, drag);
      lines = carryLines(graph, scene, [], lines, moving);
      const place: Rect = grown({ x: by, y: by / 2, width: 400, height: 300 }, 200);
      const keys = cardsIn(scene.cards, place).map(({ key }) => key);
      const standing = cardsIn(new Map(scene.cards), place).map(({ key }) => key);
      expect(keys.toSorted()).toEqual(standing.toSorted());
      expect(keys).toContain(first.key);
      const ids = linesIn(lines, place).map(({ id }) => id);
      expect(ids.toSorted()).toEqual(
        linesIn(new Map(lines), place)
          .map(({ id }) => id)
          .toSorted(),
      );
    }
    expect(begun.cards.get(first.key)).not.toEqual(scene.cards.get(first.key));
  });
});
