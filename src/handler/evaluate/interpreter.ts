import type { Expression, Language, Statement } from "../code/code";
import { bind, callAny } from "./calls";
import { evaluate } from "./expressions";
import { type Answer, type Given, type Run, TooInvolved } from "./run";
import { copyState, emptyState, joinStates, type State } from "./state";
import { executeOne } from "./statements";
import {
  type Dict,
  type Frame,
  type FunctionValue,
  joinAll,
  type Known,
  neverValue,
  noneValue,
  unknownValue,
} from "./values";

/** Far more than any handler takes; about a third of a second. */
const mostWork = 300_000;
const deepestCall = 24;

/** What one call has given back so far. */
interface Activation {
  readonly code: FunctionValue["code"];
  readonly values: Known[];
  readonly states: (State | null)[];
}

const emptyDict: Dict = { entries: new Map(), openAt: null, isEvent: false, madeBy: null };

/** Goes through code on every way that it may take, with values of which only the kind is known. It never runs it. */
export class Interpreter implements Run {
  state: State | null = emptyState();
  readonly exports = new Map<string, Known>();
  readonly answers: Answer[] = [];
  /** Members of the event that are read, and where. */
  readonly inputs = new Map<string, number>();
  private readonly calls: Activation[] = [];
  private loops: State[][] = [];
  private made = 0;
  private work = 0;

  constructor(readonly language: Language) {}

  frameOf(parent: Frame | null, isFunction: boolean): Frame {
    this.made += 1;
    return { id: this.made, parent, isFunction, outer: new Set() };
  }

  evaluate(expression: Expression, frame: Frame): Known {
    return this.state === null ? neverValue : evaluate(this, expression, frame);
  }

  execute(statements: readonly Statement[], frame: Frame): void {
    for (const statement of statements) {
      if (this.state === null) return;
      executeOne(this, statement, frame);
    }
  }

  call(callee: Known, given: Given, at: number, isNew: boolean): Known {
    return callAny(this, callee, given, at, isNew);
  }

  callFunction(callee: FunctionValue, given: Given): Known {
    this.spend(4);
    const { code } = callee;
    // What a call to itself gives is what the others give.
    if (this.calls.some((call) => call.code === code)) return neverValue;
    if (this.calls.length >= deepestCall || this.state === null) return unknownValue;
    const call: Activation = { code, values: [], states: [] };
    const frame = this.frameOf(callee.frame, true);
    const loops = this.loops;
    this.loops = [];
    this.calls.push(call);
    bind(this, callee, given, frame);
    this.execute(code.body(), frame);
    this.calls.pop();
    this.loops = loops;
    if (this.state !== null) call.values.push(noneValue);
    // A function that only throws ends what called it: then there is no state any more.
    this.state = joinStates([this.state, ...call.states]);
    return joinAll(call.values);
  }

  giveBack(value: Known, at: number): void {
    const call = this.calls.at(-1);
    if (this.state === null || call === undefined) return;
    call.values.push(value);
    call.states.push(this.state);
    if (this.calls.length === 1) this.answer(value, at);
  }

  answer(value: Known, at: number): void {
    if (this.state === null) return;
    this.spend(1 + (this.state.names.size + this.state.dicts.size) / 2);
    this.answers.push({ value, state: copyState(this.state), at });
  }

  lookUp(name: string, frame: Frame): Known | null {
    for (let one: Frame | null = frame; one !== null; one = one.parent) {
      const value = this.state?.names.get(`${one.id}/${name}`);
      if (value !== undefined) return value;
    }
    return null;
  }

  newDict(dict: Partial<Dict> = {}): Known {
    this.made += 1;
    this.state?.dicts.set(this.made, { ...emptyDict, ...dict });
    return { kind: "dict", id: this.made };
  }

  dictOf(id: number): Dict {
    return this.state?.dicts.get(id) ?? emptyDict;
  }

  readInput(name: string, at: number): void {
    const before = this.inputs.get(name);
    if (before === undefined || at < before) this.inputs.set(name, at);
  }

  aside(look: () => void): State | null {
    const before = this.state;
    if (before === null) return null;
    this.spend(1 + (before.names.size + before.dicts.size) / 2);
    this.state = copyState(before);
    look();
    return joinStates([before, this.state]);
  }

  withLoop(look: () => void): readonly State[] {
    const left: State[] = [];
    this.loops.push(left);
    look();
    this.loops.pop();
    return left;
  }

  leaveLoop(): void {
    if (this.state !== null) this.loops.at(-1)?.push(this.state);
  }

  spend(work: number): void {
    this.work += work;
    if (this.work > mostWork) throw new TooInvolved();
  }
}
