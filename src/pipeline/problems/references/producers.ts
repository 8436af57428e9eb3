import type { Samples } from "../../definition/document";
import type { Value } from "../../definition/value";
import type { StepEntry } from "../../graph/stepTree";
import { keepSame } from "../../remember";
import { pinnedValue } from "../../simulate/samples/pinned";
import { readStepSample } from "../../steps/runs/values/stepSample";
import { match } from "../../wiring/match";
import { isSameProduced, type Produced, producedBy } from "./produced";
import type { TypedIn } from "./typedIn";

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
export interface Producers {
  /** By step. */
  readonly produced: readonly (readonly Produced[])[];
  readonly samples: Samples;
  readonly byLocation: ReadonlyMap<string, readonly Produced[]>;
  readonly bySample: ReadonlyMap<string, readonly Produced[]>;
  readonly byWord: ReadonlyMap<string, readonly Produced[]>;
}

/** The same object again as long as all steps produce the same. */
export function indexProducers(
  steps: readonly StepEntry[],
  samples: Samples = noSamples,
  before?: Producers,
): Producers {
  const produced = keepSame(before?.produced, steps.map(producedBy), isSameList);
  return before !== undefined && before.samples === samples && before.produced === produced
    ? before
    : makeIndex(produced, samples);
}

/** Of what all steps produce, what they did not produce before; all, where there are other steps. */
export function newProducers(before: Producers, now: Producers): Producers {
  if (before === now) return noProducers;
  if (before.samples !== now.samples || before.produced.length !== now.produced.length) return now;
  return makeIndex(
    now.produced.filter((list, i) => list !== before.produced[i]),
    now.samples,
  );
}

const noSamples: Samples = new Map();

function isSameList(before: readonly Produced[], now: readonly Produced[]): boolean {
  return before === now || keepSame(before, now, isSameProduced) === before;
}

function makeIndex(lists: Producers["produced"], samples: Samples): Producers {
  const byLocation = new Map<string, Produced[]>();
  const bySample = new Map<string, Produced[]>();
  const byWord = new Map<string, Produced[]>();
  for (const list of lists) {
    for (const produced of list) {
      if (produced.location !== null) add(byLocation, produced.location, produced);
      if (!produced.isDeclared) continue;
      for (const word of produced.words) add(byWord, word, produced);
      const sample = sampleOf(samples.get(produced.step), produced.label);
      if (sample !== null) add(bySample, sample, produced);
    }
  }
  return { produced: lists, samples, byLocation, bySample, byWord };
}

const noProducers = makeIndex([], noSamples);

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
export function mayBeKnown(typed: TypedIn, { byLocation, bySample, byWord }: Producers): boolean {
  const { text } = typed;
  if (bySample.size > 0 && bySample.has(text)) return true;
  if (!typed.isLocation) return false;
  if (byLocation.size <= few) {
    for (const location of byLocation.keys()) if (text.startsWith(location)) return true;
  } else if (byLocation.has(text) || typed.parents.some((location) => byLocation.has(location))) return true;
  return byWord.size > 0 && typed.words.some((word) => byWord.has(word));
}

/** So many places are held against a text one by one. */
const few = 4;

/** As many as are worth a look; a pipeline in which everything fits everything tells nobody anything. */
const most = 8;

/** The outputs of other steps that a typed-in text seems to mean, the best first. */
export function findProducers(producers: Producers, entry: StepEntry, typed: TypedIn): readonly Producer[] {
  if (!mayBeKnown(typed, producers)) return none;
  const { byLocation, bySample, byWord } = producers;
  const found: Producer[] = [];
  const consider = (list: readonly Produced[] | undefined, make: (produced: Produced) => Producer | null) => {
    for (const produced of (list ?? []).slice(0, most)) {
      const producer = produced.step === entry.key ? null : make(produced);
      if (producer !== null && !found.some((other) => other.produced === produced)) found.push(producer);
    }
  };
  const { text } = typed;
  consider(bySample.get(text), (produced) => ({ produced, score: 95, how: "sample", rest: "", reason: null }));
  if (!typed.isLocation) return found;
  consider(byLocation.get(text), (produced) => ({ produced, score: 100, how: "equal", rest: "", reason: null }));
  for (const location of typed.parents) {
    const score = 70 + location.length / 1000;
    const rest = text.slice(location.length);
    consider(byLocation.get(location), (produced) => ({ produced, score, how: "under", rest, reason: null }));
  }
  for (const word of typed.words) {
    consider(byWord.get(word), (produced) => {
      const { score, why } = match({ label: produced.label, hint: null }, typed.field);
      return score < 90 ? null : { produced, score: score - 15, how: "name", rest: "", reason: why };
    });
  }
  return found.sort((left, right) => right.score - left.score);
}
