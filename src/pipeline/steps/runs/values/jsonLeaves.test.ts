import { expect, it } from "vitest";
import { jsonLeaves } from "./jsonLeaves";

it("lists the single values of a file by the paths that a reference reads them by", () => {
  const json = {
    metrics: { mse: { value: 4.9 } },
    folds: [{ auc: 0.8 }, { auc: 0.9 }],
    "a b": "x",
    gone: null,
    ok: true,
  };
  expect(jsonLeaves(json, 9)).toEqual([
    { path: "metrics.mse.value", value: 4.9 },
    { path: "folds[0].auc", value: 0.8 },
    { path: "folds[1].auc", value: 0.9 },
    { path: "['a b']", value: "x" },
    { path: "ok", value: true },
  ]);
  expect(jsonLeaves(json, 2)).toHaveLength(2);
  expect(jsonLeaves(7, 2)).toEqual([]);
});
