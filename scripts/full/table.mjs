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
  const rows = Object.entries(all).flatMap(([part, { figures, when, commit, passed, minutes }]) => {
    const at = `${when}, ${commit}, ${minutes} min`;
    const measured = figures.map(({ what, goal, measured, isMet }) => [
      what,
      `${measured}${isMet ? "" : ", **missed**"}`,
      goal,
    ]);
    const failed = passed ? [] : [["the part as a whole", "a test failed, **missed**", "all pass"]];
    return [...measured, ...failed].map((row) => `| ${[part, ...row, at].map(cell).join(" | ")} |\n`);
  });
  return `\n| part | what | measured | goal | when |\n| --- | --- | --- | --- | --- |\n${rows.join("")}\n`;
}
