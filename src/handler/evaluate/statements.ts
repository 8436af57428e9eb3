import type { Expression, Statement } from "../code/code";
import { assignTo } from "./assignments";
import { elementOf } from "./dicts";
import type { Run } from "./run";
import { copyState, joinStates, type State } from "./state";
import { type Frame, noneValue, unknownValue } from "./values";

/** Goes through one statement; behind a return nothing is looked at any more. */
export function executeOne(run: Run, statement: Statement, frame: Frame): void {
  run.spend(1);
  const look = (one: Expression | null) => (one === null ? noneValue : run.evaluate(one, frame));
  switch (statement.kind) {
    case "expression":
      look(statement.value);
      return;
    case "assign": {
      const value = look(statement.value);
      for (const target of statement.targets) assignTo(run, target, statement.operator, value, frame);
      return;
    }
    case "delete":
      assignTo(run, statement.target, "delete", unknownValue, frame);
      return;
    case "return":
      run.giveBack(look(statement.value), statement.at);
      run.state = null;
      return;
    case "leave":
      look(statement.value);
      if (statement.how === "loop") run.leaveLoop();
      run.state = null;
      return;
    case "outer":
      for (const name of statement.names) frame.outer.add(name);
      return;
    case "block":
      run.execute(statement.body, run.frameOf(frame, false));
      return;
    case "branches":
      statement.asked.forEach(look);
      run.state = branch(
        run,
        statement.branches.map((body) => () => run.execute(body, frame)),
      );
      return;
    case "switch":
      executeSwitch(run, statement, frame);
      return;
    case "loop":
      executeLoop(run, statement, frame);
      return;
    case "try":
      executeTry(run, statement, frame);
      return;
    case "export":
      run.exports.set(statement.name, look(statement.value));
      return;
  }
}

/** Ways through the code of which exactly one is taken. */
function branch(run: Run, ways: readonly (() => void)[]): State | null {
  const start = run.state;
  const ends = ways.map((way) => {
    if (start === null) return null;
    run.spend(sizeOfState(start));
    run.state = copyState(start);
    way();
    return run.state;
  });
  return joinStates(ends);
}

function sizeOfState({ names, dicts }: State): number {
  return 1 + (names.size + dicts.size) / 2;
}

function executeSwitch(
  run: Run,
  { asked, cases, hasDefault }: Extract<Statement, { kind: "switch" }>,
  frame: Frame,
): void {
  for (const one of asked) run.evaluate(one, frame);
  const start = run.state;
  if (start === null) return;
  const inner = run.frameOf(frame, false);
  const broken = run.withLoop(() => {
    let before: State | null = null;
    for (const body of cases) {
      run.spend(sizeOfState(start));
      run.state = joinStates([copyState(start), before]);
      run.execute(body, inner);
      before = run.state;
    }
    run.state = before;
  });
  run.state = joinStates([...broken, run.state, hasDefault ? null : start]);
}

function executeLoop(run: Run, { head, loop, body, after }: Extract<Statement, { kind: "loop" }>, frame: Frame): void {
  const inner = run.frameOf(frame, false);
  run.execute(head, inner);
  const start = run.state;
  if (start === null) return;
  const broken = run.withLoop(() => {
    run.spend(sizeOfState(start));
    run.state = copyState(start);
    if (loop !== null) assignTo(run, loop.target, "=", elementOf(run, run.evaluate(loop.over, inner)), inner);
    run.execute(body, inner);
  });
  run.state = joinStates([start, run.state, ...broken]);
  run.execute(after, frame);
}

function executeTry(
  run: Run,
  { body, catches, otherwise, after }: Extract<Statement, { kind: "try" }>,
  frame: Frame,
): void {
  const start = run.state;
  if (start === null) return;
  run.spend(sizeOfState(start));
  run.state = copyState(start);
  run.execute(body, frame);
  const tried = run.state;
  // A fault may come before or after anything that was done.
  const atFault = joinStates([copyState(start), tried]);
  run.execute(otherwise, frame);
  const ends: (State | null)[] = [run.state];
  for (const caught of catches) {
    run.state = atFault === null ? null : copyState(atFault);
    run.execute(caught, frame);
    ends.push(run.state);
  }
  run.state = joinStates(ends);
  if (run.state !== null) {
    run.execute(after, frame);
    return;
  }
  // What is done at last is done behind a return as well.
  run.state = atFault;
  run.execute(after, frame);
  run.state = null;
}
