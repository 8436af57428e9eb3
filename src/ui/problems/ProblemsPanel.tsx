import { lookup } from "../../pipeline/definition/byName";
import "./ProblemsPanel.css";
import { type KeyboardEvent, useState } from "react";
import { checkNow } from "../../editor/commands/pipeline/checkNow";
import { graphOf, shownProblemsOf } from "../../editor/session/selectors";
import { type Grade, gradeOf, type ShownProblem } from "../../editor/session/toDo";
import { PlainButton } from "../kit/PlainButton";
import { PanelNote } from "../kit/paragraphs";
import { useRun } from "../kit/useCommands";
import { useEditorState } from "../kit/useWorkspace";
import { ProblemRow } from "./ProblemRow";
import { SeverityFilter } from "./SeverityFilter";

const all: ReadonlySet<Grade> = new Set(["error", "warning", "info", "toDo"]);

/** Everything that is wrong or doubtful, worst first; arrows go from one to the next, Enter shows it. */
export function ProblemsPanel() {
  const problems = useEditorState(shownProblemsOf);
  const [severities, setSeverities] = useState(all);
  if (problems.length === 0) return <NoProblems />;
  const shown = problems.filter((problem) => severities.has(gradeOf(problem)));
  return (
    <>
      <SeverityFilter problems={problems} chosen={severities} onChoose={setSeverities} />
      {problems.some(({ toDo }) => toDo) && <ToDoNote />}
      {shown.length === 0 && <PanelNote>None of the kinds that you chose to see.</PanelNote>}
      <ul className="sw-problems" aria-label="List of problems" onKeyDown={goToNext}>
        {keyed(shown).map(({ key, problem }, index) => (
          <ProblemRow key={key} problem={problem} reachable={index === 0} />
        ))}
      </ul>
    </>
  );
}

/** What new steps lack is no fault yet. */
function ToDoNote() {
  const run = useRun();
  return (
    <PanelNote>
      Steps that you have just added: what they lack is to do, and becomes a problem once you have been there or deploy.{" "}
      <PlainButton look="text" onClick={() => run(checkNow)}>
        Check now
      </PlainButton>
    </PanelNote>
  );
}

function NoProblems() {
  const empty = useEditorState((state) => graphOf(state).steps.length === 0);
  const checking = useEditorState((state) => state.reading === null);
  if (checking) return <PanelNote>Checking…</PanelNote>;
  return (
    <PanelNote>
      {empty
        ? "Nothing to check yet. What is wrong or doubtful in the steps that you add shows here, with a way to mend it."
        : "No problems. The checks run with every change, and what they find shows here."}
    </PanelNote>
  );
}

/** Two problems can be alike in all but their number. */
function keyed(problems: readonly ShownProblem[]): readonly { readonly key: string; readonly problem: ShownProblem }[] {
  const counts = new Map<string, number>();
  return problems.map((problem) => {
    const alike = `${problem.code} ${problem.step ?? ""} ${problem.at.join(".")} ${problem.message}`;
    const count = (counts.get(alike) ?? 0) + 1;
    counts.set(alike, count);
    return { key: `${alike} ${count}`, problem };
  });
}

const moves: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowDown: (at, last) => Math.min(at + 1, last),
  ArrowUp: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_at, last) => last,
};

function goToNext(event: KeyboardEvent<HTMLElement>): void {
  const move = lookup(moves, event.key);
  if (move === undefined || !(event.target instanceof HTMLElement)) return;
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>(".sw-problem-main")];
  const row = event.target.closest(".sw-problem")?.querySelector<HTMLElement>(".sw-problem-main");
  const at = row == null ? -1 : rows.indexOf(row);
  event.preventDefault();
  event.stopPropagation();
  rows[move(at, rows.length - 1)]?.focus();
}
