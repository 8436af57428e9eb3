import { readdirSync } from "node:fs";
import { join } from "node:path";
import { SetUpError } from "../project.mjs";
import { camel, pascal, wordsOf } from "./names.mjs";

const home = "src/editor/commands";

/** Folders whose name is the group's; what lies elsewhere goes under Pipeline. */
const groups = ["steps", "edges", "fields", "view"];

/** `steps/lock-step`: the folder says what it is about. */
export function planCommand(name, root) {
  const folders = readdirSync(join(root, home), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
  const [folder, own, ...more] = name.split("/");
  if (own === undefined || more.length > 0 || !folders.includes(folder)) {
    const known = folders.join(", ");
    throw new SetUpError(`A command lies in a folder: npm run new -- command FOLDER/NAME, with one of ${known}.`);
  }
  const words = wordsOf(own);
  const constant = camel(words);
  return {
    files: [{ path: `${home}/${folder}/${constant}.ts`, text: skeleton(folder, constant, words) }],
    lines: [{ path: `${home}/index.ts`, add: (text) => register(text, constant, `./${folder}/${constant}`) }],
    next: `npx vitest run ${home}/commands.test.ts says what the command still lacks; \`command.ts\` explains its parts. One that edits nothing is a \`PromptCommand\`, as in \`selection.ts\`. Its line goes to where the palette should show it; CHANGELOG.md gets one too.`,
  };
}

function register(text, constant, from) {
  const end = text.lastIndexOf("];");
  return `import { ${constant} } from "${from}";\n${text.slice(0, end)}  ${constant},\n${text.slice(end)}`;
}

function skeleton(folder, constant, words) {
  const group = groups.includes(folder) ? pascal([folder]) : "Pipeline";
  return `import { editing } from "../editing";

export const ${constant} = editing<undefined>({
  id: "${folder}.${constant}",
  group: "${group}",
  palette: true,
  label: () => "${pascal([words[0]])}${words
    .slice(1)
    .map((word) => ` ${word}`)
    .join("")}",
  recipe: () => (document) => document,
  done: () => "",
});
`;
}
