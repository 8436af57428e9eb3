import type { SourceChoice } from "../../../pipeline/wiring/sources";

export interface SaidChoice extends SourceChoice {
  /** What is searched, and unique: "Preprocess train_path", "Parameter Bucket". */
  readonly said: string;
}

export interface ChoiceGroup {
  readonly title: string;
  readonly choices: readonly SaidChoice[];
}

/** The path of an output tells apart what has one label. */
function detailOf({ source, label }: SourceChoice): string {
  if (source.kind !== "output" || /^OutputParameters\['[^']*'\]$/.test(source.output)) return label;
  return source.output;
}

/** The choices that have all the words of the search in what is said of them. */
export function matching(all: readonly SourceChoice[], query: string): readonly SaidChoice[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return all
    .map((choice) => ({ ...choice, label: labelOf(choice), said: `${choice.hint} ${detailOf(choice)}` }))
    .filter(({ said, label, kindLabel }) => {
      const text = `${said} ${label} ${kindLabel}`.toLowerCase();
      return words.every((word) => text.includes(word));
    });
}

/** Short where it is plain, the whole path where AWS's structure says what it is. */
function labelOf(choice: SourceChoice): string {
  return choice.label.includes(",") ? choice.label : detailOf(choice);
}

const most = 80;

/** By step, then parameters, then execution variables; the group of the best match first, as the choices come. */
export function groupChoices(choices: readonly SaidChoice[]): readonly ChoiceGroup[] {
  const groups = new Map<string, SaidChoice[]>();
  for (const choice of choices.slice(0, most)) {
    const title = titleOf(choice);
    const list = groups.get(title);
    if (list === undefined) groups.set(title, [choice]);
    else list.push(choice);
  }
  return [...groups].map(([title, list]) => ({ title, choices: list }));
}

function titleOf(choice: SourceChoice): string {
  switch (choice.source.kind) {
    case "parameter":
      return "Parameters";
    case "execution":
      return "Execution";
    default:
      return choice.hint;
  }
}
