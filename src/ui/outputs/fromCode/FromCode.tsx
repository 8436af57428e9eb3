import { loadPart } from "../../../editor/session/loadPart";
import "./FromCode.css";
import Button from "@cloudscape-design/components/button";
import { lazy, Suspense, useState } from "react";
import { get, text } from "../../../pipeline/definition/value";
import { ErrorBoundary } from "../../kit/ErrorBoundary";
import { useInspectedStep, useStep } from "../../kit/inspectedStep";
import { Hint } from "../../kit/paragraphs";
import { useHandlers } from "./useHandlers";

// The parsers of two languages: only who reads code loads them.
const CodePanel = lazy(async () => ({ default: (await loadPart(() => import("./CodePanel"))).CodePanel }));
const SkeletonPanel = lazy(async () => ({ default: (await loadPart(() => import("./SkeletonPanel"))).SkeletonPanel }));
const TryPanel = lazy(async () => ({ default: (await loadPart(() => import("./TryPanel"))).TryPanel }));

type Open = "code" | "skeleton" | "try" | null;

/** The way from a function's code to the step's outputs, and back: a handler to begin with. */
export function FromCode() {
  const { stepKey } = useInspectedStep();
  const [, { attached }] = useHandlers();
  const [chosen, setOpen] = useState<Open | undefined>(undefined);
  const hasCode = attached.has(text(get(useStep(stepKey), "Name")) ?? "");
  // The code that runs is what one comes here for; it stays open when it is taken back.
  if (chosen === undefined && hasCode) setOpen("code");
  const open = chosen ?? null;
  const toggle = (which: Open) => setOpen(open === which ? null : which);
  return (
    <section className="sw-from-code" aria-label="The function's code">
      <div className="sw-from-code-buttons">
        <Button iconName="script" ariaExpanded={open === "code"} onClick={() => toggle("code")}>
          Read from code
        </Button>
        <Button ariaExpanded={open === "try"} onClick={() => toggle("try")}>
          Try this step
        </Button>
        <Button variant="inline-link" ariaExpanded={open === "skeleton"} onClick={() => toggle("skeleton")}>
          Handler skeleton
        </Button>
      </div>
      {open !== null && (
        <ErrorBoundary area="Reading of code">
          <Suspense fallback={<Hint>Loading…</Hint>}>
            {open === "code" && <CodePanel key={stepKey} />}
            {open === "skeleton" && <SkeletonPanel key={stepKey} />}
            {open === "try" && <TryPanel key={stepKey} />}
          </Suspense>
        </ErrorBoundary>
      )}
    </section>
  );
}
