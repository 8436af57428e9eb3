import { button, element } from "./element";
import type { Told, ToldChanges, ToldField, ToldLink, ToldProblem, ToldStep } from "./told";

type Select = (step: number | null) => void;

/** What there is to read of a step, or of the pipeline as a whole. */
export function showDetails(host: HTMLElement, told: Told, step: number | null, select: Select): void {
  const one = step === null ? undefined : told.steps[step];
  host.replaceChildren(...(one === undefined ? wholeOf(told, select) : detailsOf(told, one, select)));
}

function detailsOf({ steps }: Told, step: ToldStep, select: Select): readonly Node[] {
  return [
    element("h2", {}, step.key),
    element("p", { class: "kind" }, step.inside === "" ? step.type : `${step.type}, ${step.inside}`),
    ...changesOf(step.changes),
    ...section("Problems", step.problems.map(problemRow)),
    ...section("Depends on", linkRows(step.from, steps, select)),
    ...section("What depends on it", linkRows(step.to, steps, select)),
    ...fieldsSection("Fields", step.fields, select),
  ];
}

function wholeOf({ steps, parameters, problems, changes }: Told, select: Select): readonly Node[] {
  const ofSteps = steps.flatMap((step, index) =>
    step.problems.map((problem) => {
      const row = problemRow(problem);
      row.prepend(
        button(step.key, { class: "link" }, () => select(index)),
        " ",
      );
      return row;
    }),
  );
  return [
    element("h2", {}, "The whole pipeline"),
    element("p", { class: "kind" }, "Select a step to read its fields."),
    ...changesOf(changes),
    ...fieldsSection("Parameters", parameters, select),
    ...section("Problems", [...problems.map(problemRow), ...ofSteps]),
  ];
}

/** What differs from the version before. */
function changesOf(changes: ToldChanges | undefined): readonly Node[] {
  if (changes === undefined) return [];
  const told = (value: string | null) => value ?? "(none)";
  const rows = changes.fields.flatMap(({ path, before, after }) => [
    element("dt", {}, path === "" ? "(all of it)" : path),
    element("dd", {}, element("del", {}, told(before)), " → ", element("ins", {}, told(after))),
  ]);
  return [
    ...section(
      "Changes",
      changes.said.map((sentence) => element("li", {}, sentence)),
    ),
    ...(rows.length === 0 ? [] : [element("h3", {}, "Changed fields"), element("dl", {}, ...rows)]),
  ];
}

function section(title: string, rows: readonly Node[]): readonly Node[] {
  return rows.length === 0 ? [] : [element("h3", {}, title), element("ul", { class: "rows" }, ...rows)];
}

function problemRow({ severity, path, message }: ToldProblem): HTMLElement {
  return element(
    "li",
    {},
    element("span", { class: `severity ${severity}` }, severity),
    ...(path === "" ? [] : [" ", element("code", {}, path)]),
    ` ${message}`,
  );
}

function linkRows(links: readonly ToldLink[], steps: readonly ToldStep[], select: Select): readonly Node[] {
  return links.map(({ step, said }) =>
    element(
      "li",
      {},
      button(steps[step]?.key ?? "", { class: "link" }, () => select(step)),
      said === "" ? "" : ` ${said}`,
    ),
  );
}

function fieldsSection(title: string, fields: readonly ToldField[], select: Select): readonly Node[] {
  if (fields.length === 0) return [];
  const rows = fields.flatMap(({ path, value }) => [
    element("dt", {}, path),
    element("dd", {}, ...value.map((piece) => pieceOf(piece, select))),
  ]);
  return [element("h3", {}, title), element("dl", {}, ...rows)];
}

function pieceOf(piece: ToldField["value"][number], select: Select): Node | string {
  if (typeof piece === "string") return piece;
  const { text, step } = piece;
  return step === null ? element("span", { class: "chip" }, text) : button(text, { class: "chip" }, () => select(step));
}
