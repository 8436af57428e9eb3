import type { StepEntry } from "../graph/stepTree";
import type { ApiModel } from "../schema/model";
import type { Place } from "../schema/place";
import { placesOf } from "../schema/placesOf";
import type { StepType } from "../schema/stepType";
import { type Look, Walk } from "../schema/walk";
import { stepTypeOf } from "../steps";
import type { Field, Problem, Report, Rule } from "./problem";
import { rules } from "./rules";
import { problemOf } from "./rulesFor";

type FieldRule = Rule & Required<Pick<Rule, "checkField">>;

/** Goes through the fields of one step, and asks at each the rules that can say something of it. */
class Check extends Walk implements Field {
  readonly entry: StepEntry;
  readonly stepType: StepType;
  private problems: Problem[] | null = null;
  private asked: Rule | null = null;

  constructor(entry: StepEntry) {
    super();
    this.entry = entry;
    this.stepType = stepTypeOf(entry.type);
  }

  run(model: ApiModel | null): readonly Problem[] {
    // A guess at the shapes is no reason to doubt a value.
    this.walk(this.entry.step, placesOf(this.stepType, this.stepType.api.hint === true ? null : model));
    return this.problems ?? none;
  }

  protected visit(look: Look): void {
    const asked = askedOf(this.place, look);
    for (let i = 0; i < asked.length; i++) {
      const rule = asked[i] as FieldRule;
      this.asked = rule;
      rule.checkField(this, this.report);
    }
  }

  private readonly report: Report = (finding) => {
    this.problems ??= [];
    this.problems.push(
      problemOf(this.asked as Rule, { step: this.entry.key, ...finding, at: finding.at ?? [...this.at] }),
    );
  };
}

const fieldRules = rules.filter((rule): rule is FieldRule => rule.checkField !== undefined);

const askedAt: Readonly<Record<Look, WeakMap<Place, readonly FieldRule[]>>> = {
  texts: new WeakMap(),
  lists: new WeakMap(),
  objects: new WeakMap(),
  others: new WeakMap(),
};

/** The rules that are asked of a value of a kind at a place: decided once for each place. */
function askedOf(place: Place, look: Look): readonly FieldRule[] {
  let asked = askedAt[look].get(place);
  if (asked === undefined) {
    asked = fieldRules
      .filter(({ looksAt }) => looksAt === undefined || looksAt.includes(look))
      .filter(({ looksWhere }) => looksWhere === undefined || looksWhere(place, look));
    askedAt[look].set(place, asked);
  }
  return asked;
}

const none: readonly Problem[] = [];

/** What the rules say that look at every value. */
export function checkFields(entry: StepEntry, model: ApiModel | null): readonly Problem[] {
  return new Check(entry).run(model);
}
