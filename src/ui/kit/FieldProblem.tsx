import "./FieldProblem.css";
import type { ComponentProps } from "react";
import type { Severity } from "../../pipeline/problems";

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
