import { analysisOf, type StepEntry } from "../graph/stepTree";
import type { FoundReference, Reference } from "../references/read";
import { type Answered, oncePerObject } from "../remember";
import type { StepType } from "../schema/stepType";
import { Around, type Questions } from "./around";
import type { Checked } from "./checked";
import { type Kinds, type Link, type Read, readOf } from "./link";
import type { Problem, Report, Rule } from "./problem";
import { kindsOf } from "./references/kinds";
import type { TypedIn } from "./references/typedIn";
import { rules } from "./rules";
import { concerns, problemOf, rulesFor } from "./rulesFor";

/** Where a rule stands in the list of all: in this order they speak. */
const order: ReadonlyMap<string, number> = new Map(rules.map(({ code }, index) => [code, index]));

type LinkRule = Rule & Required<Pick<Rule, "checkReference">>;
const linkRules = rules.filter((rule): rule is LinkRule => rule.checkReference !== undefined);

const rulesOfKind = oncePerObject((kind: Reference["kind"]): readonly LinkRule[] =>
  linkRules.filter(({ ofKinds }) => ofKinds === undefined || ofKinds.includes(kind)),
);

/** What the rules say of a step among the others, with what they asked of the rest for it. */
export function checkLinks(
  entry: StepEntry,
  typedIn: readonly TypedIn[],
  checked: Checked,
): Answered<Questions, readonly Problem[]> {
  const around = new Around(checked, entry, typedIn);
  const problems: Problem[] = [];
  const { references } = analysisOf(entry);
  if (references.length > 0) new CheckReferences(entry, around, problems).run(references);
  for (const rule of rulesFor(entry.type).ofLinks) {
    if (!concerns(rule, entry.step)) continue;
    for (const found of rule.checkLinks?.(entry, around) ?? []) problems.push(problemOf(rule, found));
  }
  if (problems.length > 1) problems.sort((left, right) => placeOf(left) - placeOf(right));
  return { value: problems.length === 0 ? none : problems, questions: around.questions };
}

const none: readonly Problem[] = [];

function placeOf({ code }: Problem): number {
  return order.get(code) ?? 0;
}

/** Goes through the references of one step, and shows each to the rules. */
class CheckReferences implements Link {
  readonly entry: StepEntry;
  readonly stepType: StepType;
  readonly around: Around;
  found!: FoundReference;
  read: Read | null = null;
  private knownKinds: Kinds | null | undefined;
  private asked: Rule | null = null;
  private readonly problems: Problem[];

  constructor(entry: StepEntry, around: Around, problems: Problem[]) {
    this.entry = entry;
    this.stepType = entry.stepType;
    this.around = around;
    this.problems = problems;
  }

  run(references: readonly FoundReference[]): void {
    for (let i = 0; i < references.length; i++) {
      this.found = references[i] as FoundReference;
      this.read = readOf(this.found, this.around);
      this.knownKinds = undefined;
      const asked = rulesOfKind(this.found.reference.kind);
      for (let j = 0; j < asked.length; j++) {
        const rule = asked[j] as LinkRule;
        this.asked = rule;
        rule.checkReference(this, this.report);
      }
    }
  }

  get kinds(): Kinds | null {
    this.knownKinds ??= kindsOf(this);
    return this.knownKinds;
  }

  private readonly report: Report = (finding) => {
    const { entry, found } = this;
    this.problems.push(problemOf(this.asked as Rule, { step: entry.key, ...finding, at: finding.at ?? found.field }));
  };
}
