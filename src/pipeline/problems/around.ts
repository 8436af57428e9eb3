import type { ApiModel, ApiModels } from "../api/model";
import { listParameters, type Parameter } from "../definition/parameters";
import { get, isList } from "../definition/value";
import type { StepEntry } from "../graph/stepTree";
import { stepTypeOf } from "../steps";
import type { Checked } from "./checked";

/** A container around a step, and the slot of it that the step lies in. */
export interface Inside {
  readonly container: string;
  readonly slot: string;
  readonly edge: "branch" | "each";
}

const none: readonly Inside[] = [];

type Subject = "step" | "containers" | "parameter" | "whole";

interface Question {
  readonly about: Subject;
  readonly name: string;
  readonly answer: unknown;
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
    return listParameters(this.checked.definition).find((parameter) => parameter.name === name);
  }

  /** The containers around a step, the nearest first. */
  containers(key: string): readonly Inside[] {
    // A step at the top is known to be there by whoever asks.
    if (key === this.entry.key && this.entry.parent === null) return none;
    this.ask("containers", key);
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
    if (this.questions.some((question) => question.about === about && question.name === name)) return;
    this.questions.push({ about, name, answer: answerTo(this.checked, about, name) });
  }
}

/** True while every question would be answered as it was. */
export function stillHolds(checked: Checked, questions: ReturnType<Around["asked"]>): boolean {
  for (const { about, name, answer } of questions) if (answerTo(checked, about, name) !== answer) return false;
  return true;
}

function answerTo(checked: Checked, about: Subject, name: string): unknown {
  switch (about) {
    case "step":
      return checked.graph.byKey.get(name)?.step;
    case "containers":
      return containersInWords(checked, name);
    case "parameter":
      return parameterAt(checked, name);
    case "whole":
      return checked.definition;
  }
}

function parameterAt({ definition }: Checked, name: string): unknown {
  const found = listParameters(definition).find((parameter) => parameter.name === name);
  const list = get(definition, "Parameters");
  return found === undefined || !isList(list) ? undefined : list[found.index];
}

function containersInWords(checked: Checked, key: string): string {
  if (checked.graph.byKey.get(key)?.parent === null) return "";
  return containersAround(checked, key)
    .map(({ container, slot, edge }) => `${container} ${slot} ${edge}`)
    .join("\n");
}

function containersAround({ graph }: Checked, key: string): readonly Inside[] {
  if (graph.byKey.get(key)?.parent === null) return none;
  const found: Inside[] = [];
  for (let entry = graph.byKey.get(key); entry?.parent != null; ) {
    const container = graph.byKey.get(entry.parent);
    const slotKey = entry.slot ?? "";
    const slot = stepTypeOf(container?.type ?? "").slots.find((one) => one.key === slotKey);
    found.push({ container: entry.parent, slot: slotKey, edge: slot?.edge ?? "branch" });
    entry = container;
  }
  return found;
}
