import { describe, expect, it } from "vitest";
import { deriveGraph } from "../../pipeline/graph/deriveGraph";
import { read } from "../../pipeline/reading";
import { loadAllModels } from "../../pipeline/schema/load";
import { simulate } from "../../pipeline/simulate/engine/simulate";
import { simulationParameters } from "../../pipeline/simulate/values/givenParameters";
import { sampleContext } from "../../pipeline/steps/runs/values/names";
import { openTemplate, templates } from "./templates";

const open = async (template: (typeof templates)[number]) => (await openTemplate(template))(template.id);

describe.each(templates)("the template $id", (template) => {
  it("opens without a problem, each step joined to another", async () => {
    const { definition, name, samples } = await open(template);
    const { problems } = read({ definition, name, samples }, await loadAllModels());
    expect(problems.map(({ message }) => message)).toEqual([]);
    const { edges, steps } = deriveGraph(definition);
    const joined = new Set(edges.flatMap(({ from, to }) => [from, to]));
    expect(steps.filter(({ key }) => !joined.has(key)).map(({ key }) => key)).toEqual([]);
  });

  it("runs to its end as it is", async () => {
    const { definition, name } = await open(template);
    const { values } = simulationParameters(definition, new Map());
    const { status } = simulate(definition, { parameters: values, context: sampleContext(name), samples: new Map() });
    expect(status).toBe("Succeeded");
  });
});
