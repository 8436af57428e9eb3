import { SetUpError } from "../project.mjs";
import { camel, wordsOf } from "./names.mjs";

const steps = "src/pipeline/steps";

/** `BatchScoring`, as the definition's `Type` has it. */
export function planStep(type) {
  if (!/^[A-Z][A-Za-z0-9]*$/.test(type)) {
    throw new SetUpError(`"${type}" is no Type of a step: write it as a definition does, such as BatchScoring.`);
  }
  const words = wordsOf(type);
  const constant = camel(words);
  const label = `${type[0]}${words.join(" ").slice(1)}`;
  return {
    files: [
      { path: `${steps}/types/${constant}.ts`, text: typeSkeleton(constant, type, label) },
      { path: `${steps}/runs/${constant}.ts`, text: runSkeleton(constant) },
      { path: `src/pipeline/card/icons/${constant}.svg`, text: icon },
    ],
    lines: [
      { path: `${steps}/index.ts`, add: (text) => register(text, constant, type, `./types/${constant}`) },
      { path: `${steps}/runs/index.ts`, add: (text) => register(text, constant, type, `./${constant}`) },
    ],
    next: "name its shapes, run npm run api-model, then npx vitest run src/pipeline/steps says what the type still lacks. Say in steps/runs what a run of it gives and what its role must be allowed, draw its icon, and move its line to where the palette should show it. Then UPDATE_DOCS=1 npx vitest run Page.test writes its page, and CHANGELOG.md gets a line.",
  };
}

/** The import, and the entry at the end of the registry; move it to where the palette should show it. */
function register(text, constant, type, from) {
  const entry = constant === type ? constant : `${type}: ${constant}`;
  const end = text.indexOf("} satisfies ");
  return `import { ${constant} } from "${from}";\n${text.slice(0, end)}  ${entry},\n${text.slice(end)}`;
}

const icon =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke="#000" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"><path d="M4 4h16v16H4z"/></svg>\n';

function typeSkeleton(constant, type, label) {
  return `import { plainStep, type StepType } from "../../schema/stepType";

export const ${constant} = {
  ...plainStep,
  type: "${type}",
  label: "${label}",
  category: "Other",
  icon: "${constant}",
  summary: "",
  documentation: "",
  api: { request: null, response: null, dropped: [] },
  create: () => ({ Arguments: {} }),
  inputPorts: [],
  outputPorts: [],
} satisfies StepType;
`;
}

function runSkeleton(constant) {
  return `import { plainRun, type RunsAs } from "./runsAs";
import { noPermissions } from "./values/permissions";

export const ${constant} = {
  ...plainRun,
  outputs: () => [],
  metadata: null,
  asks: noPermissions,
} satisfies RunsAs;
`;
}
