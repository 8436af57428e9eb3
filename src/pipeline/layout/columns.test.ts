import { expect, it } from "vitest";
import { corpus } from "../../testing/fixtures";
import { measured } from "../../testing/layouts";
import { definitionOf, documentOf } from "../../testing/load";
import { condition, equal, forEach, lambda } from "../../testing/steps";
import { createDocument, type PipelineDocument } from "../definition/document";
import { inColumns } from "./columns";
import { overlaps } from "./rect";
import type { Scene } from "./scene";

/** What lies on something that does not hold it. */
function collisions({ cards, lanes }: Scene): string[] {
  const holds = (around: string, key: string): boolean => {
    const parent = cards.get(key)?.parent ?? null;
    return parent !== null && (parent === around || holds(around, parent));
  };
  const all = [...cards.values()];
  const onCards = all.flatMap((one, index) =>
    all
      .slice(index + 1)
      .filter((other) => overlaps(one, other) && !holds(one.key, other.key) && !holds(other.key, one.key)),
  );
  const inLanes = [...lanes.values()].flatMap((lane) =>
    all.filter((one) => overlaps(lane, one) && !holds(lane.container, one.key) && !holds(one.key, lane.container)),
  );
  return [...onCards, ...inLanes].map(({ key }) => key);
}

const after = (step: object, ...names: string[]) => ({ ...step, DependsOn: names });

const placed = (document: PipelineDocument) => {
  const { graph, shapeOf, sceneAt } = measured(document);
  return sceneAt(inColumns(graph, shapeOf));
};

it("sets loops and branches in a row of columns without one on another", () => {
  const many = Array.from({ length: 40 }, (_, at) => {
    const body = [lambda(`A${at}`), after(lambda(`B${at}`), `A${at}`)];
    const loop = forEach(`Loop${at}`, [
      ...body,
      condition(`If${at}`, [equal], [lambda(`Yes${at}`)], [lambda(`No${at}`)]),
    ]);
    return at % 3 === 0 ? loop : after(loop, `Loop${at - 1}`);
  });
  const scene = placed(
    documentOf([...many, after(condition("Gate", [equal], [lambda("Go")], []), "Loop4"), lambda("Last")]),
  );
  expect(scene.cards.size).toBe(40 * 6 + 3);
  expect(collisions(scene)).toEqual([]);
});

it.each(corpus())("$name: nothing lies on what does not hold it", ({ text }) => {
  expect(collisions(placed(createDocument("d", "d", definitionOf(text))))).toEqual([]);
});

it("sets a loop in its column, behind what its body reads", () => {
  const { cards } = placed(
    documentOf([lambda("First"), forEach("Loop", [after(lambda("Body"), "First")]), lambda("Other")]),
  );
  const first = cards.get("First");
  expect(cards.get("Loop")?.x).toBeGreaterThan((first?.x ?? 0) + (first?.width ?? 0));
});
