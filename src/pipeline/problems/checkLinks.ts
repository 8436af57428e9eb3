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
import { type Asked, everyAsked, problemOf, rulesFor } from "./rulesFor";

/** Where a rule stands in the list of all: in this order they speak. */
const order: ReadonlyMap<string, number> = new Map(rules.map(({ code }, index) => [code, index]));

const rulesOfKind: Readonly<Record<Reference["kind"], readonly Asked<"checkReference">[]>> = {
  parameter: ofKind("parameter"),
  execution: ofKind("execution"),
  experiment: ofKind("experiment"),
  step: ofKind("step"),
  currentItem: ofKind("currentItem"),
  iterationOutput: ofKind("iterationOutput"),
  malformed: ofKind("malformed"),
};

function ofKind(kind: Reference["kind"]): readonly Asked<"checkReference">[] {
  return everyAsked.ofReference.filter(({ rule }) => rule.ofKinds?.includes(kind) ?? true);
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
    const { rule, check } = asked[i] as Asked<"checkLinks">;
    const found = check(entry, neighbours);
    for (let j = 0; j < found.length; j++) {
      problems ??= [];
      problems.push(problemOf(rule, found[j] as Finding));
    }
  }
  return problems ?? none;
}

const none: readonly Problem[] = [];

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
  readonly root: Place;
  found!: FoundReference;
  read: Read | null = null;
  private knownKinds: Kinds | null | undefined;
  private asked: Rule | null = null;
  private problems: Problem[] | null = null;

  constructor(entry: StepEntry, neighbours: Neighbours) {
    this.entry = entry;
    this.stepType = entry.stepType;
    this.neighbours = neighbours;
    this.root = placesOf(this.stepType, neighbours.model(entry.type));
  }

  run(references: readonly FoundReference[]): readonly Problem[] {
    for (let i = 0; i < references.length; i++) {
      this.found = references[i] as FoundReference;
      this.read = readOf(this.found, this.neighbours);
      this.knownKinds = undefined;
      const asked = rulesOfKind[this.found.reference.kind];
      for (let j = 0; j < asked.length; j++) {
        const { rule, check } = asked[j] as Asked<"checkReference">;
        this.asked = rule;
        check(this, this.report);
      }
    }
    return this.problems ?? none;
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
