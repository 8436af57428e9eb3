import { useLayoutEffect } from "react";
import type { StepRun } from "../../../editor/session/editorState";
import type { ShownProblem } from "../../../editor/session/toDo";
import type { Verb } from "../../../pipeline/compare/words";
import { stepTypeOf } from "../../../pipeline/steps";
import { simulatedWords } from "../../kit/simulatedWords";
import { stepElement } from "../focus";
import { runFacts, statusInWords, toldOf } from "./aside";

/** What is said of a step beside its name when it has the focus: its type, how it ran, what is wrong. React Flow makes the element. */
export function useSaidState(
  key: string,
  type: string,
  run: StepRun | undefined,
  problems: readonly ShownProblem[],
  verbs: readonly Verb[],
): void {
  useLayoutEffect(() => {
    stepElement(key)?.setAttribute("aria-description", stateInWords(type, run, problems, verbs));
  }, [key, type, run, problems, verbs]);
}

export function stateInWords(
  type: string,
  run: StepRun | undefined,
  problems: readonly ShownProblem[],
  verbs: readonly Verb[] = [],
): string {
  const words = [stepTypeOf(type).label];
  if (verbs.length > 0) words.push(verbs.join(" and "));
  if (run !== undefined) {
    words.push(run.simulated === true ? simulatedWords(run.status, run.outcome) : statusInWords(run));
    const facts = runFacts(run, null);
    if (facts !== null) words.push(facts);
    if (run.failureReason !== undefined) words.push(run.failureReason);
  }
  const told = toldOf(problems);
  if (told !== null) {
    const { length } = told.told;
    const noun = told.tone === "to-do" ? "to do" : length === 1 ? "problem" : "problems";
    words.push(`${length} ${noun}: ${told.first.message}`);
  }
  return words.map((part) => part.replace(/\.$/, "")).join(". ");
}
