import { loadPart } from "../../../editor/session/loadPart";
import "./FromCode.css";
import Button from "@cloudscape-design/components/button";
import { lazy, Suspense, useState } from "react";
import { ErrorBoundary } from "../../kit/ErrorBoundary";
import { useInspectedStep } from "../../kit/inspectedStep";
import { Hint } from "../../kit/paragraphs";

// The parsers of two languages: only who reads code loads them.
const CodePanel = lazy(async () => ({ default: (await loadPart(() => import("./CodePanel"))).CodePanel }));
const SkeletonPanel = lazy(async () => ({ default: (await loadPart(() => import("./SkeletonPanel"))).SkeletonPanel }));

type Open = "code" | "skeleton" | null;

/** The way from a function's code to the step's outputs, and back: a handler to begin with. */
export function FromCode() {
  const { stepKey } = useInspectedStep();
  const [open, setOpen] = useState<Open>(null);
  const toggle = (which: Open) => setOpen((now) => (now === which ? null : which));
  return (
    <section className="sw-from-code" aria-label="The function's code">
      <div className="sw-from-code-buttons">
        <Button iconName="script" ariaExpanded={open === "code"} onClick={() => toggle("code")}>
          Read from code
        </Button>
        <Button variant="inline-link" ariaExpanded={open === "skeleton"} onClick={() => toggle("skeleton")}>
          Handler skeleton
        </Button>
      </div>
      {open !== null && (
        <ErrorBoundary area="Reading of code">
          <Suspense fallback={<Hint>Loading…</Hint>}>
            {open === "code" ? <CodePanel key={stepKey} /> : <SkeletonPanel key={stepKey} />}
          </Suspense>
        </ErrorBoundary>
      )}
    </section>
  );
}
