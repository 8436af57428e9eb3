import { describe, expect, it } from "vitest";
import { lambda, pipeline } from "../../testing/steps";
import type { ObjectValue } from "../definition/value";
import { deriveGraph } from "../graph/deriveGraph";
import { findCycles } from "../graph/order";
import { readSteps } from "../graph/stepTree";
import { nearest } from "../problems/nearest";
import { checkDefinition, readInSlices } from ".";

const many = 5_000;
const numbers = Array.from({ length: many }, (_, i) => i);
const noModels = new Map();

const definition = (...parts: Parameters<typeof pipeline>) => pipeline(...parts) as unknown as ObjectValue;

const dangling = definition(
  numbers.map((i) => lambda(`Step${i}`, { Arguments: { x: { Get: `Steps.Stepp${i}.OutputParameters['a']` } } })),
);
const misspelt = definition(
  numbers.map((i) => lambda(`Step${i}`, { Arguments: { x: { Get: `Parameters.Parametre${i}` } } })),
  numbers.map((i) => ({ Name: `Parameter${i}`, Type: "String" })),
);
const inACircle = definition(numbers.map((i) => lambda(`Step${i}`, { DependsOn: [`Step${(i + 1) % many}`] })));

/** How often a method of all objects of a kind is called while something is done. */
function callsOf<Method extends string>(kind: Record<Method, unknown>, method: Method, work: () => void): number {
  const own = kind[method] as (...values: unknown[]) => unknown;
  let count = 0;
  kind[method] = function (this: unknown, ...values: unknown[]) {
    count++;
    return own.apply(this, values);
  };
  try {
    work();
  } finally {
    kind[method] = own;
  }
  return count;
}

describe("a definition with thousands of faults", () => {
  it("tells the first hundred of a kind, and how many more there are", () => {
    const problems = checkDefinition(dangling, noModels).filter(({ code }) => code === "reference-unknown-step");
    expect(problems).toHaveLength(101);
    expect(problems[99]).toMatchObject({ step: "Step99", at: ["Arguments", "x"] });
    expect(problems[100]).toMatchObject({ severity: "error", step: null, at: [] });
    expect(problems[100]?.message).toBe(
      "There are 4,900 more like the 100 before. Mend those, and the next are shown.",
    );
  });

  it.each([
    ["dangling references", dangling],
    ["misspelt parameters", misspelt],
  ])("looks for what was meant only where it is told: %s", (_, hard) => {
    const compared = callsOf(String.prototype, "toLowerCase", () => checkDefinition(hard, noModels));
    expect(compared).toBeGreaterThan(100);
    expect(compared).toBeLessThan(100 * 2_000 * 1.5);
  });

  it("looks at two thousand names for the one that was meant, and no more", () => {
    let seen = 0;
    function* names() {
      for (; seen < many; seen++) yield `name${seen}`;
    }
    expect(nearest("nname1999", names())).toBe("name1999");
    expect(seen).toBeLessThan(2_010);
  });

  it("finds a circle of thousands of steps in a few passes, and names twenty of them", () => {
    const graph = deriveGraph(inACircle);
    const looks = callsOf(Map.prototype, "get", () => expect(findCycles(graph)).toHaveLength(1));
    expect(looks).toBeLessThan(20 * many);
    const [problem] = checkDefinition(inACircle, noModels).filter(({ code }) => code === "cycle");
    expect(problem?.message).toContain("… 4,980 more … → Step0: these steps wait for each other");
    expect(problem?.steps).toHaveLength(many);
  });

  it("gives thousands of steps of one name a key each in one pass", () => {
    const doubled = definition(numbers.map(() => lambda("Same")));
    const looks = callsOf(Map.prototype, "has", () =>
      expect(readSteps(doubled).steps.at(-1)?.key).toBe(`Same#${many}`),
    );
    expect(looks).toBeLessThan(4 * many);
  });

  it("takes as many problems as a text of 4 MiB can have", () => {
    const keys = Object.fromEntries(Array.from({ length: 150_000 }, (_, i) => [`key${i}`, 1]));
    const problems = checkDefinition({ Steps: [], ...keys }, noModels);
    expect(problems.filter(({ code }) => code === "unknown-key")).toHaveLength(101);
  });

  it("finds the words of each problem in a slice of its own", () => {
    const slices = readInSlices({ definition: dangling }, noModels);
    let count = 0;
    for (let next = slices.next(); next.done !== true; next = slices.next()) count++;
    expect(count).toBeGreaterThanOrEqual(2 * many + 100);
  });
});
