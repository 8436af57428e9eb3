import "./FieldProblem.css";
import type { ComponentProps } from "react";
import { type Grade, gradeOf, type ShownProblem } from "../../editor/session/toDo";

/** What is wrong with a field, below its control. */
export function FieldProblem({ severity, ...props }: ComponentProps<"p"> & { readonly severity: Grade }) {
  return <p {...props} className="sw-field-problem" data-severity={severity} />;
}

/** Why what was typed is not taken; nothing where it is. */
export function FieldRefusal({ why }: { readonly why: string | null | undefined }) {
  if (why == null || why === "") return null;
  return (
    <FieldProblem severity="error" role="alert">
      {why}
    </FieldProblem>
  );
}

const signs: Readonly<Record<Grade, string>> = { error: "!", warning: "!", info: "i", toDo: "·" };

/** Problems in their own words. */
export function ProblemList({ problems }: { readonly problems: readonly ShownProblem[] }) {
  return problems.map((problem) => (
    <FieldProblem key={`${problem.code} ${problem.message}`} severity={gradeOf(problem)} title={problem.why}>
      <span aria-hidden="true">{signs[gradeOf(problem)]}</span>
      <span>{problem.toDo === true ? `To do: ${problem.message}` : problem.message}</span>
    </FieldProblem>
  ));
}
