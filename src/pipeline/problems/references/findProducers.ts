import type { Samples } from "../../definition/document";
import type { Value } from "../../definition/value";
import type { StepEntry } from "../../graph/stepTree";
import { pinnedValue } from "../../simulate/samples/pinned";
import { readStepSample } from "../../steps/runs/values/stepSample";
import { match } from "../../wiring/match";
import type { Checked } from "../checked";
import { eachStep } from "../eachStep";
import { type Produced, placesOfStep, type TypedIn } from "./places";

/** An output that a typed-in text seems to mean. */
export interface Producer {
  readonly produced: Produced;
  readonly score: number;
  readonly how: "equal" | "under" | "sample" | "name";
  /** What lies behind the output's place: `/part-0.csv`. */
  readonly rest: string;
  /** Why the names go together. */
  readonly reason: string | null;
}

/** What all steps produce, to be found by place, by sample and by name. */
export interface Index {
  readonly byPlace: ReadonlyMap<string, readonly Produced[]>;
  readonly bySample: ReadonlyMap<string, readonly Produced[]>;
  readonly byWord: ReadonlyMap<string, readonly Produced[]>;
}

interface Indexed {
  readonly samples: Samples;
  readonly produced: ReturnType<typeof producedOf>;
  readonly index: Index;
}
let last: Indexed | null = null;

/** What each step produces; a second step of one name can be read by nobody. */
const producedOf = eachStep<readonly Produced[]>(
  (entry) => (entry.key === entry.name ? placesOfStep(entry).produced : none),
  { isSame: (before, now) => before.length === now.length && now.every((one, i) => isSame(one, before[i])) },
);

/** The same object again as long as all steps produce the same. */
export function indexOf(checked: Checked): Index {
  const samples = checked.surroundings.samples ?? noSamples;
  const produced = producedOf(checked);
  if (last?.samples !== samples || last.produced !== produced) {
    last = { samples, produced, index: makeIndex(checked.graph.steps, samples) };
  }
  return last.index;
}

const noSamples: Samples = new Map();

/** The words follow from the label. */
function isSame(left: Produced, right: Produced | undefined): boolean {
  return (
    left.step === right?.step &&
    left.output === right.output &&
    left.label === right.label &&
    left.place === right.place &&
    left.isDeclared === right.isDeclared
  );
}

/** What is found under which place, sample and word. */
export function makeIndex(steps: readonly StepEntry[], samples: Samples): Index {
  const byPlace = new Map<string, Produced[]>();
  const bySample = new Map<string, Produced[]>();
  const byWord = new Map<string, Produced[]>();
  for (const entry of steps) {
    if (entry.key !== entry.name) continue;
    for (const produced of placesOfStep(entry).produced) {
      if (produced.place !== null) add(byPlace, produced.place, produced);
      if (!produced.isDeclared) continue;
      for (const word of produced.words) add(byWord, word, produced);
      const sample = sampleOf(samples.get(entry.key), produced.label);
      if (sample !== null) add(bySample, sample, produced);
    }
  }
  return { byPlace, bySample, byWord };
}

function add(map: Map<string, Produced[]>, key: string, produced: Produced): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [produced]);
  else list.push(produced);
}

/** The sample that is pinned for a declared output. */
function sampleOf(sample: Value | undefined, name: string): string | null {
  if (sample === undefined) return null;
  const value = pinnedValue(readStepSample(sample), ["OutputParameters", name]);
  return typeof value === "string" && value.length >= 6 ? value : null;
}

const none: readonly never[] = [];

/** Most texts are nobody's output: a few looks tell. */
function mayBeKnown({ text, isPlace, parents, words }: TypedIn, { byPlace, bySample, byWord }: Index): boolean {
  if (bySample.has(text)) return true;
  if (!isPlace) return false;
  if (byPlace.has(text)) return true;
  for (let i = 0; i < words.length; i++) if (byWord.has(words[i] as string)) return true;
  for (let i = 0; i < parents.length; i++) if (byPlace.has(parents[i] as string)) return true;
  return false;
}

/** As many as are worth a look; a pipeline in which everything fits everything tells nobody anything. */
const most = 8;

/** The outputs of other steps that a typed-in text seems to mean, the best first. */
export function findProducers(
  { byPlace, bySample, byWord }: Index,
  entry: StepEntry,
  typed: TypedIn,
): readonly Producer[] {
  if (!mayBeKnown(typed, { byPlace, bySample, byWord })) return none;
  const found: Producer[] = [];
  const consider = (list: readonly Produced[] | undefined, make: (produced: Produced) => Producer | null) => {
    for (const produced of (list ?? []).slice(0, most)) {
      const producer = produced.step === entry.key ? null : make(produced);
      if (producer !== null && !found.some((other) => other.produced === produced)) found.push(producer);
    }
  };
  const { text } = typed;
  consider(bySample.get(text), (produced) => ({ produced, score: 95, how: "sample", rest: "", reason: null }));
  if (!typed.isPlace) return found;
  consider(byPlace.get(text), (produced) => ({ produced, score: 100, how: "equal", rest: "", reason: null }));
  for (const place of typed.parents) {
    const score = 70 + place.length / 1000;
    const rest = text.slice(place.length);
    consider(byPlace.get(place), (produced) => ({ produced, score, how: "under", rest, reason: null }));
  }
  for (const word of typed.words) {
    consider(byWord.get(word), (produced) => {
      const { score, why } = match({ label: produced.label, hint: null }, typed.field);
      return score < 90 ? null : { produced, score: score - 15, how: "name", rest: "", reason: why };
    });
  }
  return found.sort((left, right) => right.score - left.score);
}
