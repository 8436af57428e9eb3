import { analysisOf, type StepEntry } from "../graph/stepTree";
import type { FoundReference } from "../references/read";
import type { StepType } from "../schema/stepType";
import { stepTypeOf } from "../steps";
import type { Around } from "./around";
import { type Link, type Read, readOf } from "./link";
import type { Problem, Report, Rule } from "./problem";
import { rules } from "./rules";
import { concerns, problemOf, rulesFor } from "./rulesFor";

/** Where a rule stands in the list of all: in this order they speak. */
const order: ReadonlyMap<string, number> = new Map(rules.map(({ code }, index) => [code, index]));

/** The reference that is looked at, and what was found: one for all, since a look is never interrupted by another. */
const looking: { link: Link | null; problems: Problem[] } = { link: null, problems: [] };

const askers = rules.flatMap((rule): ((link: Link) => void)[] => {
  const { checkReference } = rule;
  if (checkReference === undefined) return [];
  const report: Report = (finding) => {
    const { link, problems } = looking;
    if (link === null) return;
    problems.push(problemOf(rule, { step: link.entry.key, ...finding, at: finding.at ?? link.found.field }));
  };
  return [(link) => checkReference(link, report)];
});

class Looked implements Link {
  found!: FoundReference;
  read: Read | null = null;
  constructor(
    readonly entry: StepEntry,
    readonly stepType: StepType,
    readonly around: Around,
  ) {}
}

const none: readonly Problem[] = [];

/** What the rules say of a step among the others, with a list of who was asked for it. */
export function checkLinks(entry: StepEntry, around: Around): readonly Problem[] {
  looking.problems = [];
  checkReferences(entry, around);
  const { problems } = looking;
  for (const rule of rulesFor(entry.type).ofLinks) if (concerns(rule, entry.step)) checkRule(rule, entry, around);
  if (problems.length > 1) problems.sort((left, right) => placeOf(left) - placeOf(right));
  return problems.length === 0 ? none : problems;
}

function placeOf({ code }: Problem): number {
  return order.get(code) ?? 0;
}

function checkReferences(entry: StepEntry, around: Around): void {
  const { references } = analysisOf(entry);
  if (references.length === 0) return;
  const link = new Looked(entry, stepTypeOf(entry.type), around);
  looking.link = link;
  for (let i = 0; i < references.length; i++) {
    link.found = references[i] as FoundReference;
    link.read = readOf(link.found, around);
    for (let j = 0; j < askers.length; j++) (askers[j] as (link: Link) => void)(link);
  }
}

function checkRule(rule: Rule, entry: StepEntry, around: Around): void {
  const findings = rule.checkLinks?.(entry, around) ?? [];
  for (const found of findings) looking.problems.push(problemOf(rule, found));
}
