/** docs/step-types.md says what the registry says. `UPDATE_DOCS=1 npx vitest run stepTypesPage` writes it anew. */
import { readFileSync, writeFileSync } from "node:fs";
import { expect, it } from "vitest";
import { commonKeys } from "../schema/envelope";
import { placesOf } from "../schema/placesOf";
import { type Choice, categories, type StepType } from "../schema/stepType";
import { stepTypeList } from "./index";

const page = "docs/step-types.md";

const head = `# Step types

The ${stepTypeList.length} types of SageMaker Pipelines that Stepwire knows; a type that is not here is kept as it is, edited as JSON and wired by
its references. Made from \`src/pipeline/steps\` by \`UPDATE_DOCS=1 npx vitest run stepTypesPage\`; a test compares them.

Inputs are the fields that a card shows as ports before they are in use; every other field is a click away. Of the outputs, those that a
card shows come first. \`[]\` stands for each element of a list, \`['*']\` for each name. Keys may stand beside \`Arguments\`; DependsOn,
DisplayName and Description always may.
`;

function rendered(): string {
  return [head, overview(), ...categories.flatMap(group)].join("\n");
}

function overview(): string {
  const rows = categories.flatMap((category) =>
    stepTypeList
      .filter((type) => type.category === category)
      .map(({ type, summary }) => `| [${type}](#${type.toLowerCase()}) | ${category} | ${summary} |`),
  );
  return ["| type | group | what it does |", "| --- | --- | --- |", ...rows, ""].join("\n");
}

function group(category: string): string[] {
  const types = stepTypeList.filter((type) => type.category === category);
  return types.length === 0 ? [] : [`## ${category}\n`, ...types.map(section)];
}

function section(stepType: StepType): string {
  const lines: readonly (readonly [string, readonly string[]])[] = [
    ["Request", request(stepType)],
    ["Keys", envelopeKeysOf(stepType).map(code)],
    ["Inputs", stepType.inputPorts.map((port) => code(port.replace(/^Arguments\./, "")))],
    ["Outputs", outputs(stepType)],
    ["One of", (stepType.choices ?? []).map(choice)],
    ["Holds", stepType.slots.map(({ key }) => code(key))],
  ];
  const list = lines.filter(([, items]) => items.length > 0).map(([name, items]) => `- ${name}: ${items.join(", ")}`);
  const body = list.length > 0 ? `\n${list.join("\n")}\n` : "";
  return `### ${stepType.type}\n\n${stepType.summary} [AWS](${stepType.documentation})\n${body}`;
}

function envelopeKeysOf(stepType: StepType): string[] {
  const taken = [...placesOf(stepType, null).members()].filter(({ dropped }) => !dropped);
  return taken.map(({ name }) => name).filter((name) => !commonKeys.includes(name));
}

function request({ argumentsForm, api }: StepType): string[] {
  if (argumentsForm === "open") return ["keys that the author names"];
  if (api.request === null) return [];
  const client = code(`@aws-sdk/client-${api.client ?? "sagemaker"}`);
  const isWhole = /(Request|Input)$/.test(api.request);
  if (!isWhole) return [`made of shapes of ${client}`];
  const without = api.dropped.length > 0 ? ` without ${api.dropped.map(code).join(", ")}` : "";
  return [
    `${code(api.request)} of ${client}${without}${api.hint === true ? " (a hint: AWS has not documented it)" : ""}`,
  ];
}

function outputs(stepType: StepType): string[] {
  const own = (stepType.ownOutputs ?? [])
    .map(({ path }) => path)
    .filter((path) => !stepType.outputPorts.includes(path));
  const response = stepType.api.response === null ? [] : [`all of ${code(stepType.api.response)}`];
  const isFlat = stepType.outputsForm === "own";
  return [...stepType.outputPorts.map(code), ...(isFlat || own.length < 3 ? own.map(code) : []), ...response];
}

function choice({ at, members }: Choice): string {
  const below = at.replace(/^Arguments\.?/, "");
  return `${members.map(code).join(" or ")}${below === "" ? "" : ` in ${code(below)}`}`;
}

function code(text: string): string {
  return `\`${text}\``;
}

it("the page on step types says what the registry says", () => {
  if (process.env.UPDATE_DOCS === "1") writeFileSync(page, rendered());
  expect(readFileSync(page, "utf8"), "run UPDATE_DOCS=1 npx vitest run Page.test").toBe(rendered());
});
