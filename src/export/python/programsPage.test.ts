/** docs/python-programs.md says what was measured. `UPDATE_DOCS=1 npx vitest run programsPage` writes it anew. */
import { readFileSync, writeFileSync } from "node:fs";
import { expect, it } from "vitest";
import { listSteps } from "../../pipeline/graph/stepTree";
import { corpus } from "../../testing/fixtures";
import { definitionOf, loadAllModels } from "../../testing/load";
import { sdk2 } from "./sdk2";
import { sdk3 } from "./sdk3";
import { writeProgram } from "./write";

const page = "docs/python-programs.md";
const models = await loadAllModels();
const definitions = corpus().filter(({ name }) => !name.includes("/"));

const head = `# Python programs

What \`stepwire export --to python\` (SageMaker SDK 3) and \`--to python-v2\` (SDK 2.257) write of the real definitions that tests are held to:
how many steps of each type with the SDK's own class. The others are a \`RequestStep\` in the program, a small subclass of \`Step\` with the
request written out, because the SDK's class would send another or there is none; a ForEach that the SDK does not know is compiled as a
Condition and named rightly in \`definition()\`. Each program gives back its definition and its edges under the SDK itself
(\`interop/test_export.py\`). Made by \`UPDATE_DOCS=1 npx vitest run programsPage\`; a test compares them.

Beside that, \`WrittenPipeline.definition()\` puts right what either SDK always writes and the definition has not (root keys), or leaves out
(SDK 3: \`"AppManaged": false\` of inputs and outputs of a Processing step; \`DebugHookConfig\` and \`ProfilerConfig\` of a Training step, which
SDK 2 always writes and a \`ModelTrainer\` has no words for; an empty list of \`Tags\` of an EndpointConfig) or adds (SDK 3: empty
\`HyperParameters\` of a Training step). AMENDED
`;

/** Why a class of an SDK does not give back the same: for each type that has steps without one. */
const why: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    "Athena BedrockCustomModel BedrockCustomModelDeployment BedrockModelImport BedrockProvisionedModelThroughput HubContent SomethingOfTomorrow"
      .split(" ")
      .map((type) => [type, "neither SDK knows the type"]),
  ),
  RegisterModel: "both always write an environment; SDK 2's step ends its name in `-RegisterModel`",
  Training:
    "SDK 3 takes no entry point of a container but its own; SDK 2 has a `Debugger` that says itself where it is not said",
  Tuning: "SDK 3's `HyperparameterTuner` writes more of the training job than was said; SDK 2's is not used yet",
  AutoML:
    "SDK 3 has the step and no `AutoML` whose `fit` would give its arguments; SDK 2's writes a default for each word that is not said",
  ClarifyCheck: "the SDK puts the image of its own region in, and uploads the analysis it is given",
  QualityCheck: "the SDK puts the image of its own region in",
  Cleanup: "SDK 2 does not know the type",
  EMRServerless: "SDK 2 does not know the type",
  ForEach: "SDK 2 does not know the type; it is compiled as a Condition",
  Job: "SDK 2 does not know the type; in SDK 3 only a `MultiTurnRLTrainer` gives a `JobStep` its arguments, from a model of its hub",
  Lambda:
    "keys that no class writes, or no list of outputs: both always write one; SDK 2 takes no trigger in `DependsOn`",
  Model: "SDK 3's `ModelBuilder` has one container",
  Processing: "SDK 2 always writes `AppManaged`, and takes no trigger in `DependsOn`",
};

it("the page of Python programs says how many steps are written with the SDK's own classes", () => {
  const total = new Map<string, number>();
  const own = [sdk3, sdk2].map(() => new Map<string, number>());
  const amendedSteps = [0, 0];
  for (const { name, text } of definitions) {
    const definition = definitionOf(text);
    const steps = listSteps(definition);
    for (const { type } of steps) total.set(type, (total.get(type) ?? 0) + 1);
    for (const [index, sdk] of [sdk3, sdk2].entries()) {
      const { fallbacks, amended } = writeProgram({ name, definition, models }, sdk);
      amendedSteps[index] = (amendedSteps[index] ?? 0) + amended.size;
      expect(fallbacks, name).not.toBeNull();
      for (const step of steps) {
        if (!fallbacks?.has(step.name)) own[index]?.set(step.type, (own[index]?.get(step.type) ?? 0) + 1);
      }
    }
  }
  const sum = (counts: ReadonlyMap<string, number> | undefined) =>
    [...(counts?.values() ?? [])].reduce((one, other) => one + other, 0);
  const all = sum(total);
  const share = (counts: ReadonlyMap<string, number> | undefined) => `${((100 * sum(counts)) / all).toFixed(1)}%`;
  const rows = [...total].sort().map(([type, count]) => {
    const written = own.map((counts) => counts.get(type) ?? 0);
    const isWhole = written.every((steps) => steps === count);
    expect(why[type] === undefined, type).toBe(isWhole);
    return `| ${type} | ${count} | ${written.join(" | ")} | ${why[type] ?? ""} |`;
  });
  const rendered = [
    head.replace("AMENDED", `That is so of ${amendedSteps[0]} steps for SDK 3 and of ${amendedSteps[1]} for SDK 2.`),
    "| type | steps | by own class, SDK 3 | by own class, SDK 2 | why not each |",
    "| --- | --- | --- | --- | --- |",
    ...rows,
    `| **all** | **${all}** | **${sum(own[0])} (${share(own[0])})** | **${sum(own[1])} (${share(own[1])})** | |`,
    "",
  ].join("\n");
  if (process.env.UPDATE_DOCS === "1") writeFileSync(page, rendered);
  const isSame = readFileSync(page, "utf8") === rendered;
  expect(isSame, "UPDATE_DOCS=1 npx vitest run programsPage writes it anew").toBe(true);
});
