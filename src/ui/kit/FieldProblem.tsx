import "./FieldProblem.css";
import type { ComponentProps } from "react";
import type { Problem, Severity } from "../../pipeline/problems";

/** What is wrong with a field, below its control. */
export function FieldProblem({ severity, ...props }: ComponentProps<"p"> & { readonly severity: Severity }) {
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

/** Problems in their own words. */
export function ProblemList({ problems }: { readonly problems: readonly Problem[] }) {
  return problems.map((problem) => (
    <FieldProblem key={`${problem.code} ${problem.message}`} severity={problem.severity} title={problem.why}>
      <span aria-hidden="true">{problem.severity === "info" ? "i" : "!"}</span>
      <span>{problem.message}</span>
    </FieldProblem>
  ));
}
