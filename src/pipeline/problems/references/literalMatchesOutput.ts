import type { Path } from "../../definition/path";
import { connect } from "../../edits/connect";
import type { Recipe } from "../../edits/edit";
import { setField } from "../../edits/fields";
import { reaches } from "../../graph/order";
import type { StepEntry } from "../../graph/stepTree";
import { fieldName } from "../../wiring/fieldName";
import { readSource } from "../../wiring/readSource";
import type { WireSource } from "../../wiring/wire";
import type { Checked, Finding, Fix, Rule } from "../problem";
import { mayRead } from "./mayRead";
import { findProducers, type Producer } from "./producers";
import { type TypedIn, textsOfStep } from "./typedIn";

export const literalMatchesOutput: Rule = {
  code: "literal-matches-output",
  severity: "warning",
  why: "Without a reference SageMaker sees no dependency: both steps start at once, and this one reads what an earlier run left there (developer guide, Data dependency between steps). A reference makes it wait, and always reads the value of this run.",
  checkLinks(entry, neighbours) {
    const texts = neighbours.hasSamples ? textsOfStep(entry) : neighbours.typedIn;
    if (texts.length === 0) return none;
    const producers = neighbours.producers(texts);
    const findings: Finding[] = [];
    for (const typed of texts) {
      const found = typed.isJsonFile ? [] : findProducers(producers, entry, typed);
      const finding = found.length === 0 ? null : findingOf(neighbours.whole(), found, entry, typed);
      if (finding !== null) findings.push(finding);
    }
    return findings;
  },
};

const none: readonly Finding[] = [];

/** As many cures as fit a row. */
const offered = 3;

function findingOf(checked: Checked, producers: readonly Producer[], entry: StepEntry, typed: TypedIn): Finding | null {
  // A step that waits for the producer already reads what this run wrote (all firings in 61 public definitions were of this kind).
  const sound = producers.filter(
    ({ produced }) =>
      !reaches(checked.graph, produced.step, entry.key) &&
      mayRead(checked, sourceOf(produced), { step: entry.key, path: typed.path }),
  );
  const [best] = sound;
  if (best === undefined) return null;
  return {
    step: entry.key,
    at: typed.path,
    message: sentence(entry, typed, best),
    fixes: sound.slice(0, offered).map((producer) => fix(checked, entry, typed, producer)),
  };
}

function sourceOf({ step, output }: { step: string; output: string }): WireSource & { kind: "output" } {
  return { kind: "output", step, output };
}

function sentence(entry: StepEntry, { path }: TypedIn, { produced, how, reason }: Producer): string {
  const { label, hint } = fieldName(entry.step, path);
  const field = `${label}${hint === null || hint.startsWith("[") ? "" : ` (${hint})`} of ${entry.name} is typed in`;
  const { step } = produced;
  switch (how) {
    case "equal":
      return `${field}, and is the very place that ${step} writes to. Read ${produced.label} of ${step} instead.`;
    case "under":
      return `${field}, and lies in the place that ${step} writes to. Read ${produced.label} of ${step} instead.`;
    case "sample":
      return `${field}, and is what ${step} gives as ${produced.label}. Read it from there.`;
    case "name":
      return `${field}, and ${step} has an output for it: ${produced.label} (${reason}). Connect them.`;
  }
}

function fix({ models }: Checked, entry: StepEntry, { path }: TypedIn, { produced, rest }: Producer): Fix {
  const wire = connect(sourceOf(produced), { step: entry.key, path }, models);
  const recipe = rest === "" ? wire : joined(wire, entry.key, path, sourceOf(produced), rest);
  return { label: `Connect to ${produced.label} of ${produced.step}`, recipe };
}

/** Reads the place, and keeps what stood behind it. */
function joined(wire: Recipe, key: string, path: Path, source: WireSource, rest: string): Recipe {
  return (document) => {
    const wired = wire(document);
    return setField(key, path, { "Std:Join": { On: "", Values: [readSource(source), rest] } })(wired);
  };
}
