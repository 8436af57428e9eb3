import { lazy, Suspense } from "react";
import { loadPart } from "../../../editor/session/loadPart";
import type { Value } from "../../../pipeline/definition/value";
import { isExpression } from "../../../pipeline/references/read";

// The simulation comes when the form is there already.
const ResolvedValue = lazy(async () => ({ default: (await loadPart(() => import("./ResolvedValue"))).ResolvedValue }));

/** Under a field that is read at run time: what that comes to. */
export function Resolved({ step, value }: { readonly step: string | null; readonly value: Value | undefined }) {
  if (value === undefined || !isExpression(value)) return null;
  return (
    <Suspense fallback={null}>
      <ResolvedValue step={step} expression={value} />
    </Suspense>
  );
}
