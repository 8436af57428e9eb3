import { useEffect } from "react";
import { type Path, parsePath, printPath } from "../../../pipeline/definition/path";
import { fieldElement } from "../../kit/focusField";
import { useEditor, useEditorState } from "../../kit/useWorkspace";
import type { TabId } from "./tabId";

/** Opens the field that someone asked to see: its tab, its fold; scrolls to it, puts the focus on it and pulses once. */
export function useReveal(
  stepKey: string,
  setTab: (tab: TabId) => void,
  keepGroup: (printed: string, group: "shown" | "rest") => void,
): void {
  const editor = useEditor();
  const revealed = useEditorState((state) => state.revealed);
  useEffect(() => {
    if (revealed === null || revealed.key !== stepKey || revealed.path === undefined) return;
    // Asking once is answered once, however often the inspector is drawn anew.
    editor.answerReveal();
    const path = parsePath(revealed.path) ?? [];
    if (path.length === 0) return;
    setTab(tabOf(path));
    keepGroup(printPath(path), "shown");
    show(path, 20);
  }, [editor, revealed, stepKey, setTab, keepGroup]);
}

function tabOf(path: Path): TabId {
  if (path[0] === "OutputParameters" || path[0] === "PropertyFiles") return "outputs";
  return path[0] === "RetryPolicies" || path[0] === "CacheConfig" ? "retries" : "configure";
}

/** The field may take some frames to be drawn: its model is loaded, its tab changes. */
function show(path: Path, tries: number): void {
  requestAnimationFrame(() => {
    const element = nearest(path, tries === 0);
    if (element === null) {
      if (tries > 0) show(path, tries - 1);
      return;
    }
    element.scrollIntoView?.({ block: "center" });
    controlIn(element)?.focus({ preventScroll: true });
    element.dataset.pulse = "true";
    element.addEventListener("animationend", () => delete element.dataset.pulse, { once: true });
  });
}

/** The element of a field; at last that of what it lies in (a part of a text, a key edited as JSON). */
function nearest(path: Path, orEnclosing: boolean): HTMLElement | null {
  for (let end = path.length; end > 0; end--) {
    const element = fieldElement(printPath(path.slice(0, end)));
    if (element !== null || !orEnclosing) return element;
  }
  return null;
}

/** What is written or chosen in, and not one of the buttons that stand before it. */
function controlIn(field: HTMLElement): HTMLElement | null {
  return (
    field.querySelector<HTMLElement>("input, textarea, [contenteditable='true'], [role='combobox']") ??
    field.querySelector<HTMLElement>(".sw-field-head ~ * :is(button, [tabindex]), button, [tabindex]")
  );
}
