import { LosslessNumber } from "../definition/value";
import type { StepEntry } from "../graph/stepTree";
import { oncePerStep } from "../remember";
import type { ApiModel } from "../schema/model";
import type { Place } from "../schema/place";
import { placesOf } from "../schema/placesOf";
import type { StepType } from "../schema/stepType";
import { hasMany, type Look, Walk } from "../schema/walk";
import type { Field, Finding, Problem, Report, Rule } from "./problem";
import { type TypedIn, TypedTexts } from "./references/typedIn";
import { type Asked, everyAsked, problemOf, rulesFor } from "./rulesFor";

/** What is found in a step by itself, in one walk through its values. */
export interface Alone {
  readonly problems: readonly Problem[];
  readonly typedIn: readonly TypedIn[];
  /** At least as many characters as its text has, without the steps inside. */
  readonly roughSize: number;
}

/** Goes through the fields of one step, and asks at each the rules that can say something of it. */
class Check extends Walk implements Field {
  readonly entry: StepEntry;
  readonly stepType: StepType;
  problems: Problem[] | null = null;
  roughSize = 3;
  readonly texts: TypedTexts;
  private asked: Rule | null = null;

  private readonly root: Place;

  constructor(entry: StepEntry, model: ApiModel | null) {
    super();
    this.entry = entry;
    this.stepType = entry.stepType;
    this.texts = new TypedTexts(entry, true);
    // A guess at the shapes is no reason to doubt a value.
    this.root = placesOf(this.stepType, this.stepType.api.hint === true ? null : model);
  }

  atOnce(): this {
    this.walk(this.entry.step, this.root);
    return this;
  }

  *inParts(): Generator<undefined, this> {
    yield* this.walkInParts(this.entry.step, this.root);
    return this;
  }

  protected visit(look: Look): void {
    this.measure(look);
    this.texts.visit(this, look);
    const visitors = visitorsAt(this.place);
    if (look === "texts" && visitors.listed?.has(this.value as string) === true) return;
    const asked = among(visitors, look);
    for (let i = 0; i < asked.length; i++) {
      const { rule, check } = asked[i] as Asked<"checkField">;
      this.asked = rule;
      check(this, this.report);
    }
  }

  /** Quotes, commas and colons are counted in; a quarter more, for characters that must be escaped. */
  private measure(look: Look): void {
    const { value } = this;
    const key = this.at[this.at.length - 1];
    const size = look === "texts" ? withEscapes(value as string) + 3 : look === "others" ? 24 : 3;
    this.roughSize += typeof key === "string" ? size + withEscapes(key) + 4 : size;
    if (value instanceof LosslessNumber) this.roughSize += value.value.length;
  }

  private readonly report: Report = (finding) => {
    this.problems ??= [];
    this.problems.push(
      problemOf(this.asked as Rule, { step: this.entry.key, ...finding, at: finding.at ?? [...this.at] }),
    );
  };
}

/** In whole numbers: they take no room of their own. */
function withEscapes({ length }: string): number {
  return length + (length >> 2) + 1;
}

interface Visitors extends Readonly<Record<Look, readonly Asked<"checkField">[]>> {
  /** The texts that the API takes at the place, where no rule has anything to say of those; null where one may. */
  readonly listed: ReadonlySet<string> | null;
}

/** The rules for a kind of value. Not `visitors[look]`, which takes the engine longer: this is asked of every value of a definition. */
function among(visitors: Visitors, look: Look): readonly Asked<"checkField">[] {
  if (look === "texts") return visitors.texts;
  if (look === "objects") return visitors.objects;
  if (look === "expressions") return visitors.expressions;
  return look === "lists" ? visitors.lists : visitors.others;
}

/** The rules that are asked of the kinds of value at a place: decided once for each place. */
const visitorsAt = oncePerStep((place: Place): Visitors => {
  const asked = (look: Look) =>
    everyAsked.ofField
      .filter(({ rule }) => rule.looksAt?.includes(look) ?? true)
      .filter(({ rule }) => rule.looksWhere?.(place, look) ?? true);
  const texts = asked("texts");
  const listed = place.shape?.kind === "string" ? place.shape.enum : undefined;
  // A rule that looks at all kinds of value is about the place, and speaks of listed texts too.
  const isListEnough = listed !== undefined && texts.every(({ rule }) => rule.looksAt !== undefined);
  return {
    listed: isListEnough ? new Set(listed) : null,
    texts,
    lists: asked("lists"),
    objects: asked("objects"),
    expressions: asked("expressions"),
    others: asked("others"),
  };
});

const none: readonly Problem[] = [];

/** What the rules say of a step alone, and what else is found on the way through it. */
export const checkAlone = oncePerStep(
  (entry: StepEntry, model: ApiModel | null): Alone => found(new Check(entry, model).atOnce(), model),
);

/** The same, of a step with very many values in small parts. */
export function* checkAloneInParts(entry: StepEntry, model: ApiModel | null): Generator<undefined, Alone> {
  if (!checkAlone.isKnown(entry, model) && hasMany(entry.step)) {
    checkAlone.put(entry, found(yield* new Check(entry, model).inParts(), model), model);
  }
  return checkAlone(entry, model);
}

function found(check: Check, model: ApiModel | null): Alone {
  const { entry } = check;
  const ofStep = checkStep(entry, model);
  const problems = ofStep.length === 0 ? (check.problems ?? none) : [...(check.problems ?? none), ...ofStep];
  return { problems, typedIn: check.texts.found, roughSize: check.roughSize };
}

function checkStep(entry: StepEntry, model: ApiModel | null): readonly Problem[] {
  let problems: Problem[] | null = null;
  const asked = rulesFor(entry).ofStep;
  for (let i = 0; i < asked.length; i++) {
    const { rule, check } = asked[i] as Asked<"checkStep">;
    const found = check(entry, model);
    for (let j = 0; j < found.length; j++) {
      problems ??= [];
      problems.push(problemOf(rule, found[j] as Finding));
    }
  }
  return problems ?? none;
}
