import { type KeyboardEvent, useEffect, useMemo } from "react";
import { connect } from "../../editor/commands/edges/connect";
import { nudge } from "../../editor/commands/steps/place";
import { writeOverName } from "../../editor/commands/steps/renameStep";
import { lookup } from "../../pipeline/definition/byName";
import { deriveGraph } from "../../pipeline/graph/deriveGraph";
import { topologicalOrder } from "../../pipeline/graph/order";
import type { CanvasState } from "./canvasStore";
import { focusStep, stepElement, stepMenuPosition, stepOf } from "./focus";
import { type CanvasKit, useKit } from "./kit";
import { deleteLine, lineKey, portKey } from "./portKeys";

/**
 * The canvas by keyboard. It is one stop of Tab: the step that was last on. Arrows go from step to step, Enter into a step's ports, where
 * they follow the wires; with Ctrl or Cmd they move the step, with Shift they select on the way.
 */
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

function press(kit: CanvasKit, event: KeyboardEvent, target: Element): boolean {
  if (target instanceof HTMLInputElement) return false;
  const line = target.closest<SVGGElement>(".sw-line")?.dataset.line;
  if (line !== undefined) return lineKey(kit, event, line);
  const step = stepOf(target);
  if (step === null) return false;
  if (event.key === "Tab") return !event.shiftKey && takeGhost(kit, step);
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

type Keyed = "key" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey" | "repeat";

const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

export function cardKey(kit: CanvasKit, event: Pick<KeyboardEvent, Keyed>, step: string): boolean {
  const { editor, canvas } = kit;
  const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
  const arrow = lookup(arrows, event.key);
  if (plain && (arrow !== undefined || event.key === "Home" || event.key === "End")) {
    const { cards } = canvas.getState().scene;
    const all = topologicalOrder(deriveGraph(editor.store.getState().document.definition));
    const order = all.filter((key) => cards.has(key));
    const to = arrow === undefined ? order.at(event.key === "Home" ? 0 : -1) : neighbour(cards, step, arrow);
    if (to === undefined) return true;
    const { steps } = editor.store.getState().selection;
    if (event.shiftKey) editor.select([...new Set([...steps, step, to])]);
    focusStep(kit, to, undefined, "where it is seen");
    return true;
  }
  if (arrow !== undefined && !event.altKey) {
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
    case " ": {
      const { steps } = editor.store.getState().selection;
      const others = steps.filter((key) => key !== step);
      editor.select(!event.shiftKey ? [step] : others.length < steps.length ? others : [...steps, step]);
      return true;
    }
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

/** The next step in a direction: near, and rather straight ahead than aside. */
export function neighbour(
  cards: CanvasState["scene"]["cards"],
  from: string,
  [across, down]: readonly [number, number],
): string | undefined {
  const start = cards.get(from);
  if (start === undefined) return undefined;
  let best: { readonly key: string; readonly cost: number } | undefined;
  for (const { key, x, y, width, height } of cards.values()) {
    const [right, below] = [x + width / 2 - start.x - start.width / 2, y + height / 2 - start.y - start.height / 2];
    const ahead = right * across + below * down;
    const aside = Math.abs(right * down) + Math.abs(below * across);
    if (key === from || ahead <= 0 || aside > 2 * ahead) continue;
    const cost = ahead + 2 * aside;
    if (best === undefined || cost < best.cost) best = { key, cost };
  }
  return best?.key;
}

/** One step can be reached by Tab from outside: the first as they run, or the one that was last on. */
function useTabStop(kit: CanvasKit): void {
  useEffect(() => {
    const { editor, canvas } = kit;
    const update = () => {
      const { scene, tabStop } = canvas.getState();
      if (tabStop !== null && scene.cards.has(tabStop)) return;
      const order = topologicalOrder(deriveGraph(editor.store.getState().document.definition));
      const first = order.find((key) => scene.cards.has(key));
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
