import type { Expression, Language, Statement } from "../code/code";
import type { State } from "./state";
import type { Dict, Frame, FunctionValue, Known } from "./values";

/** What a call is given. */
export interface Given {
  readonly values: readonly Known[];
  readonly named: ReadonlyMap<string, Known>;
  /** Dictionaries that stand for further named ones: `**event`. */
  readonly more: readonly Known[];
}

/** A value that the handler gives back, with the dictionaries as they are at that place. */
export interface Answer {
  readonly value: Known;
  readonly state: State;
  readonly at: number;
}

/** Thrown when the code takes more following than is worth it. */
export class TooInvolved extends Error {}

/** One reading of a file: what its parts share. Expressions are looked at in order, as if they ran, on every way through the code. */
export interface Run {
  readonly language: Language;
  /** Null where the code cannot go on: behind a return. */
  state: State | null;
  readonly exports: Map<string, Known>;
  readonly answers: Answer[];
  frameOf(parent: Frame | null, isFunction: boolean): Frame;
  evaluate(expression: Expression, frame: Frame): Known;
  execute(statements: readonly Statement[], frame: Frame): void;
  call(callee: Known, given: Given, at: number, isNew: boolean): Known;
  callFunction(callee: FunctionValue, given: Given): Known;
  lookUp(name: string, frame: Frame): Known | null;
  newDict(dict?: Partial<Dict>): Known;
  dictOf(id: number): Dict;
  /** A member of the event is read. */
  readInput(name: string, at: number): void;
  /** Looks at a way through the code that may be taken, from the state as it is; gives the state at its end. */
  aside(look: () => void): State | null;
  /** Goes through a loop's body; gives the states in which it is left early. */
  withLoop(look: () => void): readonly State[];
  /** `break` and `continue`. */
  leaveLoop(): void;
  /** `return`. */
  giveBack(value: Known, at: number): void;
  /** The handler gives something back, by `return` or by its callback. */
  answer(value: Known, at: number): void;
  spend(work: number): void;
}

export const nothingGiven: Given = { values: [], named: new Map(), more: [] };

export function given(...values: readonly Known[]): Given {
  return { values, named: new Map(), more: [] };
}
