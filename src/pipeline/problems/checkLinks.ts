import { analysisOf, type StepEntry } from "../graph/stepTree";
import type { FoundReference, Reference } from "../references/read";
import type { Answered } from "../remember";
import type { Place } from "../schema/place";
import { placesOf } from "../schema/placesOf";
import type { StepType } from "../schema/stepType";
import type { Checked } from "./checked";
import { type Kinds, type Link, type Read, readOf } from "./link";
import { Neighbours, type Questions } from "./neighbours";
import type { Finding, Problem, Report, Rule } from "./problem";
import { kindsOf } from "./references/kinds";
import type { TypedIn } from "./references/typedIn";
import { rules } from "./rules";
import { problemOf, rulesFor } from "./rulesFor";

/** Where a rule stands in the list of all: in this order they speak. */
const order: ReadonlyMap<string, number> = new Map(rules.map(({ code }, index) => [code, index]));

type LinkRule = Rule & Required<Pick<Rule, "checkReference">>;
const linkRules = rules.filter((rule): rule is LinkRule => rule.checkReference !== undefined);

const rulesOfKind: Readonly<Record<Reference["kind"], readonly LinkRule[]>> = {
  parameter: ofKind("parameter"),
  execution: ofKind("execution"),
  experiment: ofKind("experiment"),
  step: ofKind("step"),
  currentItem: ofKind("currentItem"),
  iterationOutput: ofKind("iterationOutput"),
  malformed: ofKind("malformed"),
};

function ofKind(kind: Reference["kind"]): readonly LinkRule[] {
  return linkRules.filter(({ ofKinds }) => ofKinds?.includes(kind) ?? true);
}

/** What the rules say of a step among the others, with what they asked of the rest for it. */
export function checkLinks(
  entry: StepEntry,
  typedIn: readonly TypedIn[],
  checked: Checked,
): Answered<Questions, readonly Problem[]> {
  const neighbours = new Neighbours(checked, entry, typedIn);
  const { references } = analysisOf(entry);
  const ofReferences = references.length === 0 ? none : new CheckReferences(entry, neighbours).run(references);
  const ofStep = checkStep(entry, neighbours);
  const value = ofStep.length === 0 ? ofReferences : ofReferences.length === 0 ? ofStep : [...ofReferences, ...ofStep];
  return { value: value.length < 2 ? value : value.toSorted(inOrder), questions: neighbours.questions };
}

function checkStep(entry: StepEntry, neighbours: Neighbours): readonly Problem[] {
  let problems: Problem[] | null = null;
  const asked = rulesFor(entry).ofLinks;
  for (let i = 0; i < asked.length; i++) {
    const rule = asked[i] as Rule;
    const found = rule.checkLinks?.(entry, neighbours) ?? nothing;
    for (let j = 0; j < found.length; j++) {
      problems ??= [];
      problems.push(problemOf(rule, found[j] as Finding));
    }
  }
  return problems ?? none;
}

const none: readonly Problem[] = [];
const nothing: readonly Finding[] = [];

function inOrder(left: Problem, right: Problem): number {
  return rankOf(left) - rankOf(right);
}

function rankOf({ code }: Problem): number {
  return order.get(code) ?? 0;
}

/** Goes through the references of one step, and shows each to the rules. */
class CheckReferences implements Link {
  readonly entry: StepEntry;
  readonly stepType: StepType;
  readonly neighbours: Neighbours;
  found!: FoundReference;
  read: Read | null = null;
  private knownKinds: Kinds | null | undefined;
  private asked: Rule | null = null;
  private problems: Problem[] | null = null;

  constructor(entry: StepEntry, neighbours: Neighbours) {
    this.entry = entry;
    this.stepType = entry.stepType;
    this.neighbours = neighbours;
  }

  run(references: readonly FoundReference[]): readonly Problem[] {
    for (let i = 0; i < references.length; i++) {
      this.found = references[i] as FoundReference;
      this.read = readOf(this.found, this.neighbours);
      this.knownKinds = undefined;
      const asked = rulesOfKind[this.found.reference.kind];
      for (let j = 0; j < asked.length; j++) {
        const rule = asked[j] as LinkRule;
        this.asked = rule;
        rule.checkReference(this, this.report);
      }
    }
    return this.problems ?? none;
  }

  get root(): Place {
    return placesOf(this.stepType, this.neighbours.model(this.entry.type));
  }

  get kinds(): Kinds | null {
    if (this.knownKinds === undefined) this.knownKinds = kindsOf(this);
    return this.knownKinds;
  }

  private readonly report: Report = (finding) => {
    const { entry, found } = this;
    this.problems ??= [];
    this.problems.push(problemOf(this.asked as Rule, { step: entry.key, ...finding, at: finding.at ?? found.field }));
  };
}
