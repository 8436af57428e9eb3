import { readdirSync } from "node:fs";
import { join } from "node:path";
import { SetUpError } from "../project.mjs";
import { camel, kebab, wordsOf } from "./names.mjs";

const home = "src/pipeline/problems";

/** `order/depends-on-moon`: the folder says what it is about. */
export function planRule(name, root) {
  const folders = readdirSync(join(root, home), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
  const [folder, own, ...more] = name.split("/");
  if (own === undefined || more.length > 0 || !folders.includes(folder)) {
    throw new SetUpError(
      `A rule lies in a folder: npm run new -- rule FOLDER/NAME, with one of ${folders.join(", ")}.`,
    );
  }
  const words = wordsOf(own);
  const constant = camel(words);
  return {
    files: [{ path: `${home}/${folder}/${constant}.ts`, text: skeleton(constant, kebab(words)) }],
    lines: [
      {
        path: `${home}/${folder}/index.ts`,
        add: (text) => `${text}export { ${constant} } from "./${constant}";\n`,
      },
    ],
    next: "npx vitest run src/pipeline/problems/rules.test.ts says what the rule still lacks; `problem.ts` explains its keys. Then UPDATE_DOCS=1 npx vitest run Page.test writes its page, and CHANGELOG.md gets a line.",
  };
}

function skeleton(constant, code) {
  return `import type { Rule } from "../problem";

export const ${constant}: Rule = {
  code: "${code}",
  severity: "warning",
  why: "",
  checkStep(_entry, _model) {
    return [];
  },
};
`;
}
