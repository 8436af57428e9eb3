import { loadPart } from "../../../editor/session/loadPart";
import "./Inspector.css";
import { lazy, Suspense, useRef } from "react";
import { afterPaint } from "../../kit/afterPaint";
import { Hint } from "../../kit/paragraphs";
import { useInspectorKey } from "./useInspectorKey";

// The controls of a form are a third of the page's code: they come when the canvas can be used already.
const InspectorContent = lazy(async () => {
  await afterPaint();
  return { default: (await loadPart(() => import("./InspectorContent"))).InspectorContent };
});

/** The right panel: the selected step, edge or steps, or the pipeline's own settings. */
export function Inspector() {
  const section = useRef<HTMLElement>(null);
  useInspectorKey(section);
  return (
    <section className="sw-inspector" aria-label="Inspector" aria-keyshortcuts="F6" ref={section}>
      <Suspense fallback={<Hint>Loading…</Hint>}>
        <InspectorContent />
      </Suspense>
    </section>
  );
}
