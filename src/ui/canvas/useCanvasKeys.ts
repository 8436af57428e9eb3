import { type KeyboardEvent, useEffect, useMemo } from "react";
import { connect } from "../../editor/commands/edges/connect";
import { nudge } from "../../editor/commands/steps/place";
import { writeOverName } from "../../editor/commands/steps/renameStep";
import { lookup } from "../../pipeline/definition/byName";
import { deriveGraph } from "../../pipeline/graph/deriveGraph";
import { topologicalOrder } from "../../pipeline/graph/order";
import { focusStep, stepElement, stepMenuPosition } from "./focus";
import { type CanvasKit, useKit } from "./kit";
import { deleteLine, lineKey, portKey } from "./portKeys";

/** The canvas by keyboard: Tab goes from step to step as they run, Enter into a step's ports, arrows nudge or follow the wires. */
export function useCanvasKeys() {
  const kit = useKit();
  useTabStop(kit);
  useLineDelete(kit);
  return useMemo(
    () => ({
      onKeyDown: (event: KeyboardEvent) => {
        if (event.defaultPrevented || !(event.target instanceof Element)) return;
        if (press(kit, event, event.target)) {
          event.preventDefault();
          event.stopPropagation();
        }
      },
      onKeyUp: (event: KeyboardEvent) => {
        if (event.key.startsWith("Arrow")) kit.editor.commit();
      },
    }),
    [kit],
  );
}

/** The step that holds an element, by its key. */
export function stepOf(element: Element): string | null {
  return element.closest<HTMLElement>(".react-flow__node")?.dataset.id ?? null;
}

function press(kit: CanvasKit, event: KeyboardEvent, target: Element): boolean {
  if (target instanceof HTMLInputElement) return false;
  const line = target.closest<SVGGElement>(".sw-line")?.dataset.line;
  if (line !== undefined) return lineKey(kit, event, line);
  const step = stepOf(target);
  if (step === null) return false;
  if (event.key === "Tab") return (!event.shiftKey && takeGhost(kit, step)) || tab(kit, step, event.shiftKey);
  if (event.key === "Escape" && kit.canvas.getState().ghost !== null) {
    kit.editor.propose(null);
    return true;
  }
  const port = target.closest<HTMLElement>("[data-port]");
  return port === null ? cardKey(kit, event, step) : portKey(kit, event, step, port);
}

/** The wire that is proposed for a new step, as long as it shows there. */
function takeGhost({ canvas, run }: CanvasKit, step: string): boolean {
  const { ghost } = canvas.getState();
  if (ghost === null || ghost.target.step !== step) return false;
  run(connect, { source: ghost.source, target: ghost.target });
  return true;
}

function tab(kit: CanvasKit, from: string, back: boolean): boolean {
  const order = topologicalOrder(deriveGraph(kit.editor.store.getState().document.definition));
  const next = order[order.indexOf(from) + (back ? -1 : 1)];
  if (next === undefined) return false;
  kit.editor.select([next]);
  focusStep(kit, next);
  return true;
}

const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

function cardKey(kit: CanvasKit, event: KeyboardEvent, step: string): boolean {
  const { editor, canvas } = kit;
  const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
  const arrow = lookup(arrows, event.key);
  if (arrow !== undefined && plain) {
    const { steps } = editor.store.getState().selection;
    const moving = steps.includes(step) ? steps : [step];
    const stride = event.shiftKey ? 50 : 10;
    const moved = { steps: moving, by: { x: arrow[0] * stride, y: arrow[1] * stride } };
    if (!event.repeat) editor.gesture(nudge.label(editor.store.getState(), moved));
    kit.run(nudge, moved);
    return true;
  }
  if (event.key === "ContextMenu" || (event.key === "F10" && event.shiftKey)) {
    const card = canvas.getState().scene.cards.get(step);
    if (!editor.store.getState().selection.steps.includes(step)) editor.select([step]);
    if (card !== undefined) canvas.setState({ overlay: { kind: "stepMenu", step, at: stepMenuPosition(card) } });
    return true;
  }
  if (!plain) return false;
  switch (event.key) {
    case "Enter":
      stepElement(step)?.querySelector<HTMLElement>(".sw-port, .sw-handle")?.focus({ preventScroll: true });
      return true;
    case " ":
      editor.select([step]);
      return true;
    case "F2":
      kit.run(writeOverName, { steps: [step] });
      return true;
    case "Delete":
    case "Backspace":
      // The editor's own keys delete what is selected; a step that only has the focus is meant too.
      if (!editor.store.getState().selection.steps.includes(step)) editor.select([step]);
      return false;
    default:
      return false;
  }
}

/** One step can be reached by Tab from outside: the first as they run, or the one that was last on. */
function useTabStop(kit: CanvasKit): void {
  useEffect(() => {
    const { editor, canvas } = kit;
    const update = () => {
      const { scene, tabStop } = canvas.getState();
      if (tabStop !== null && scene.cards.has(tabStop)) return;
      const [first] = topologicalOrder(deriveGraph(editor.store.getState().document.definition));
      canvas.setState({ tabStop: first ?? null });
    };
    update();
    return canvas.subscribe((state, before) => {
      if (state.scene !== before.scene && state.drag === null) update();
    });
  }, [kit]);
}

/** Delete means the chosen line where its edge has several: it comes before the editor's own keys, which delete the whole edge. */
function useLineDelete(kit: CanvasKit): void {
  useEffect(() => {
    const press = (event: globalThis.KeyboardEvent) => {
      if (event.key !== "Delete" && event.key !== "Backspace") return;
      const { line } = kit.canvas.getState();
      const from = event.target;
      const elsewhere = from instanceof Element && from !== document.body && from.closest(".sw-canvas") === null;
      if (line === null || elsewhere || from instanceof HTMLInputElement) return;
      event.preventDefault();
      event.stopPropagation();
      deleteLine(kit, line);
    };
    window.addEventListener("keydown", press, true);
    return () => window.removeEventListener("keydown", press, true);
  }, [kit]);
}
