// The README's table of what the full tier measured, between two marks.
const begin = "<!-- made by npm run test:full -->";
const end = "<!-- end of what npm run test:full makes -->";

const cell = (text) => text.replaceAll("|", "\\|").replaceAll("\n", " ");

/** The README with its table made anew; `all` is docs/figures.json. */
export function withFigures(readme, all) {
  const [before, rest] = readme.split(begin);
  const after = rest?.split(end)[1];
  if (after === undefined) throw new Error(`README.md has no "${begin}" … "${end}".`);
  return `${before}${begin}\n${table(all)}${end}${after}`;
}

function table(all) {
  const rows = Object.entries(all).flatMap(([part, { figures, when, commit, machine, passed, minutes }]) => {
    const run = `**${part}**: \`${commandOf(part)}\`, ${when}, ${commit}, ${minutes} min, ${machine}`;
    const measured = figures.map(({ what, goal, measured, isMet }) => [
      what,
      `${measured}${isMet ? "" : ", **missed**"}`,
      goal,
    ]);
    const failed = passed ? [] : [["the part as a whole", "a test failed, **missed**", "all pass"]];
    return [[run, "", ""], ...measured, ...failed].map((row) => `| ${row.map(cell).join(" | ")} |\n`);
  });
  return `\n| what | measured | goal |\n| --- | --- | --- |\n${rows.join("")}\n`;
}

function commandOf(part) {
  const [, folder] = /^mutation of (.+)$/.exec(part) ?? [];
  return folder === undefined ? `npm run test:full -- --only ${part}` : `npm run mutation -- ${folder}`;
}
