import { describe, expect, it } from "vitest";
import { semantics } from "../../../testing/fixtures";
import { parseValue } from "../../definition/parse";
import { get, isList, text, type Value } from "../../definition/value";
import { evaluateConditions } from "./conditions";
import { readJsonPath } from "./jsonPath";
import { resolve } from "./resolve";

/** What the local executor of AWS's Python SDK makes of conditions, JSON paths and joins. */
function known(): Value {
  const parsed = parseValue(semantics());
  if (!parsed.ok) throw new Error(parsed.refusal.message);
  return parsed.value;
}

function listAt(value: Value | undefined, key: string): readonly Value[] {
  const list = get(value, key);
  if (!isList(list)) throw new Error(`No list ${key}`);
  return list;
}

describe("agrees with the SDK's executor", () => {
  it("on all 200 lists of conditions", () => {
    const cases = listAt(known(), "conditions");
    const disagreed = cases.filter((item) => {
      const result = evaluateConditions(get(item, "conditions"));
      return (result.ok ? result.outcome : "fails") !== get(item, "outcome");
    });
    expect(cases).toHaveLength(200);
    expect(disagreed).toEqual([]);
  });

  it("on every JSON path", () => {
    const paths = get(known(), "jsonPaths");
    const document = get(paths, "document") ?? null;
    const cases = listAt(paths, "cases");
    expect(cases.length).toBeGreaterThan(10);
    for (const item of cases) {
      const path = text(get(item, "path")) ?? "";
      const found = readJsonPath(document, path);
      expect({ path, found: found.ok ? found.value : "error" }).toEqual({ path, found: get(item, "value") ?? "error" });
    }
  });

  it("on every join", () => {
    const cases = listAt(known(), "joins");
    expect(cases.length).toBeGreaterThan(3);
    for (const item of cases) {
      const join = { "Std:Join": { On: get(item, "on") ?? "", Values: get(item, "values") ?? [] } };
      const scope = { parameters: new Map(), execution: new Map(), outputsOf: () => undefined };
      expect(resolve(join, scope)).toEqual({ value: get(item, "result"), unresolved: [] });
    }
  });
});
