import { element } from "../viewer/element";

export interface Row {
  readonly cells: readonly string[];
  /** Shown when the mouse rests on it. */
  readonly title?: string;
  /** `error`, `warning`, `info`, `added`, `removed`, `changed`: its sign's colour. */
  readonly tone: string;
}

/** Null for none. */
export function tableOf(heads: readonly string[], rows: readonly Row[]): HTMLElement | null {
  if (rows.length === 0) return null;
  const head = element("tr", {}, ...heads.map((text) => element("th", { scope: "col" }, text)));
  const body = rows.map(({ cells, title = "", tone }) =>
    element("tr", { title }, ...cells.map((text, at) => element("td", at === 0 ? { class: tone } : {}, text))),
  );
  return element("table", {}, element("thead", {}, head), element("tbody", {}, ...body));
}

interface Fields {
  readonly name: string;
  readonly fields: readonly { readonly path: string; readonly before: unknown; readonly after: unknown }[];
}

/** What `stepwire diff --json` tells, as far as it is shown here. */
export interface Told {
  readonly steps: {
    readonly added: readonly string[];
    readonly removed: readonly string[];
    readonly moved: readonly { readonly name: string; readonly from: string | null; readonly to: string | null }[];
    readonly changed: readonly Fields[];
  };
  readonly parameters: Omit<Told["steps"], "moved">;
  readonly definition: Fields["fields"];
  readonly meaning: readonly { readonly security: boolean; readonly sentence: string }[];
  readonly problems: { readonly new: readonly { readonly message: string; readonly step: string | null }[] };
}

/** What it means first, then each step, parameter and field, then the problems that are new. */
export function differenceRows({ steps, parameters, definition, meaning, problems }: Told): readonly Row[] {
  const named = (names: readonly string[], what: string, tone: string) =>
    names.map((name) => ({ cells: [tone, `${what} ${name}`, "", ""], tone }));
  const fieldsOf = ({ name, fields }: Fields) =>
    fields.map(({ path, before, after }) => ({
      cells: ["changed", `${name}${name === "" ? "" : ": "}${path}`, shownOf(before), shownOf(after)],
      tone: "changed",
    }));
  return [
    ...meaning.map(({ security, sentence }) => ({
      cells: [security ? "security" : "", sentence, "", ""],
      tone: security ? "error" : "info",
    })),
    ...named(steps.added, "Step", "added"),
    ...named(steps.removed, "Step", "removed"),
    ...steps.moved.map(({ name, from, to }) => ({
      cells: ["moved", `Step ${name}`, from ?? "outside", to ?? "outside"],
      tone: "changed",
    })),
    ...steps.changed.flatMap(fieldsOf),
    ...named(parameters.added, "Parameter", "added"),
    ...named(parameters.removed, "Parameter", "removed"),
    ...parameters.changed.flatMap(fieldsOf),
    ...fieldsOf({ name: "", fields: definition }),
    ...problems.new.map(({ message, step }) => ({
      cells: ["new problem", step === null ? message : `${step}: ${message}`, "", ""],
      tone: "error",
    })),
  ];
}

function shownOf(value: unknown): string {
  return value === null ? "" : typeof value === "string" ? value : JSON.stringify(value);
}
