import { type Parameter, parameterNamed } from "../definition/parameters";
import { get, isList } from "../definition/value";
import type { StepEntry } from "../graph/stepTree";
import type { ApiModel, ApiModels } from "../schema/model";
import { stepTypeOf } from "../steps";
import type { Checked } from "./checked";

/** A container around a step, and the slot of it that the step lies in. */
export interface Inside {
  readonly container: string;
  readonly slot: string;
  readonly edge: "branch" | "each";
}

const none: readonly Inside[] = [];

type Subject = "step" | "parameter" | "whole";

class Question {
  constructor(
    readonly about: Subject,
    readonly name: string,
    readonly answer: unknown,
    /** Of a step, the containers around it in words: a step can be moved without changing itself. */
    readonly inside: string,
  ) {}
}

/**
 * What a step's rules may ask of the rest of the definition. Every question is kept with its answer: as long as all answers stay,
 * what the rules said stays, so an edit asks again only the steps that look at what it changed.
 */
export class Around {
  private readonly checked: Checked;
  private readonly questions: Question[] = [];
  private readonly entry: StepEntry;

  constructor(checked: Checked, entry: StepEntry) {
    this.checked = checked;
    this.entry = entry;
  }

  get models(): ApiModels {
    return this.checked.models;
  }

  model(type: string): ApiModel | null {
    return this.checked.models.get(type) ?? null;
  }

  /** The step of a name; undefined where there is none. */
  step(name: string): StepEntry | undefined {
    this.ask("step", name);
    return this.checked.graph.byKey.get(name);
  }

  parameter(name: string): Parameter | undefined {
    this.ask("parameter", name);
    return parameterNamed(this.checked.definition, name);
  }

  /** The containers around a step, the nearest first. */
  containers(key: string): readonly Inside[] {
    // Where the step itself lies is known to whoever remembers what was said of it, as long as it lies at the top.
    if (key !== this.entry.key || this.entry.parent !== null) this.ask("step", key);
    return containersAround(this.checked, key);
  }

  /** The whole definition: the step is asked again at every edit, so only where something is wrong already. */
  whole(): Checked {
    this.ask("whole", "");
    return this.checked;
  }

  /** What was asked, so that `stillHolds` can ask again. */
  asked(): readonly Question[] {
    return this.questions;
  }

  private ask(about: Subject, name: string): void {
    const { questions, checked } = this;
    for (let i = 0; i < questions.length; i++) {
      const question = questions[i] as Question;
      if (question.name === name && question.about === about) return;
    }
    const inside = about === "step" ? containersInWords(checked, name) : "";
    questions.push(new Question(about, name, answerTo(checked, about, name), inside));
  }
}

/** True while every question would be answered as it was. */
export function stillHolds(checked: Checked, questions: ReturnType<Around["asked"]>): boolean {
  for (const { about, name, answer, inside } of questions) {
    if (about !== "step") {
      if (answerTo(checked, about, name) !== answer) return false;
      continue;
    }
    const entry = checked.graph.byKey.get(name);
    if (entry?.step !== answer) return false;
    const isAtTop = entry === undefined || entry.parent === null;
    if (isAtTop ? inside !== "" : containersInWords(checked, name) !== inside) return false;
  }
  return true;
}

function answerTo(checked: Checked, about: Subject, name: string): unknown {
  switch (about) {
    case "step":
      return checked.graph.byKey.get(name)?.step;
    case "parameter":
      return parameterAt(checked, name);
    case "whole":
      return checked.definition;
  }
}

function parameterAt({ definition }: Checked, name: string): unknown {
  const found = parameterNamed(definition, name);
  const list = get(definition, "Parameters");
  return found === undefined || !isList(list) ? undefined : list[found.index];
}

function containersInWords(checked: Checked, key: string): string {
  const containers = containersAround(checked, key);
  if (containers.length === 0) return "";
  return containers.map(({ container, slot, edge }) => `${container} ${slot} ${edge}`).join("\n");
}

function containersAround({ graph }: Checked, key: string): readonly Inside[] {
  let entry = graph.byKey.get(key);
  if (entry === undefined || entry.parent === null) return none;
  const found: Inside[] = [];
  while (entry !== undefined && entry.parent !== null) {
    const container: StepEntry | undefined = graph.byKey.get(entry.parent);
    const slotKey = entry.slot ?? "";
    const slot = stepTypeOf(container?.type ?? "").slots.find((one) => one.key === slotKey);
    found.push({ container: entry.parent, slot: slotKey, edge: slot?.edge ?? "branch" });
    entry = container;
  }
  return found;
}
