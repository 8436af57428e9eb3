import type { Path } from "../definition/path";
import type { StepEntry } from "../graph/stepTree";
import type { ApiModel } from "../schema/model";
import type { Look, PlaceInApi } from "./placeInApi";
import type { Field, Problem, Report } from "./problem";
import { rules } from "./rules";
import { problemOf } from "./rulesFor";
import { walkFields } from "./walkFields";

/** The step whose fields are looked at, and what was found there: one for all, since a look is never interrupted by another. */
const looking: { key: string; at: Path; problems: Problem[] } = { key: "", at: [], problems: [] };

interface Asker {
  readonly looksAt: readonly Look[] | undefined;
  readonly looksWhere: ((place: PlaceInApi, look: Look) => boolean) | undefined;
  readonly ask: (field: Field) => void;
}

const askers: readonly Asker[] = rules.flatMap((rule): Asker[] => {
  const { checkField, looksAt, looksWhere } = rule;
  if (checkField === undefined) return [];
  const report: Report = (finding) => {
    const { key, at, problems } = looking;
    problems.push(problemOf(rule, { step: key, ...finding, at: finding.at ?? [...at] }));
  };
  return [{ looksAt, looksWhere, ask: (field) => checkField(field, report) }];
});

type Ask = Asker["ask"];
const askedAt: Readonly<Record<Look, WeakMap<PlaceInApi, readonly Ask[]>>> = {
  texts: new WeakMap(),
  lists: new WeakMap(),
  objects: new WeakMap(),
  others: new WeakMap(),
};

/** Who is asked of a value of a kind at a place: decided once for each place. */
function askedOf(place: PlaceInApi, kind: Look): readonly Ask[] {
  let asked = askedAt[kind].get(place);
  if (asked === undefined) {
    asked = askers
      .filter(({ looksAt }) => looksAt === undefined || looksAt.includes(kind))
      .filter(({ looksWhere }) => looksWhere === undefined || looksWhere(place, kind))
      .map(({ ask }) => ask);
    askedAt[kind].set(place, asked);
  }
  return asked;
}

function look(field: Field, kind: Look): void {
  const asked = askedOf(field.place, kind);
  for (let i = 0; i < asked.length; i++) (asked[i] as Ask)(field);
}

const none: readonly Problem[] = [];

/** What the rules say that look at every value. */
export function checkFields(entry: StepEntry, model: ApiModel | null): readonly Problem[] {
  looking.key = entry.key;
  looking.problems = [];
  walkFields(entry, model, (field, kind) => {
    looking.at = field.at;
    look(field, kind);
  });
  return looking.problems.length === 0 ? none : looking.problems;
}
