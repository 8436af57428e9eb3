/** Keys on a port and on a wire: arrows follow the wires, Enter draws one, Delete takes it away. */

import type { KeyboardEvent } from "react";
import { connect } from "../../editor/commands/edges/connect";
import { disconnect } from "../../editor/commands/edges/disconnect";
import { waitFor } from "../../editor/commands/edges/order";
import { loadPart } from "../../editor/session/loadPart";
import { parsePath } from "../../pipeline/definition/path";
import { type PortRef, spotOf } from "../../pipeline/layout/portRef";
import type { WireEnd } from "../../pipeline/wiring/wire";
import { focusLine, focusStep, stepElement } from "./focus";
import { meets } from "./highlights";
import type { CanvasKit } from "./kit";

/** The port that an element stands for; null for "+ N fields". */
export function portOf(step: string, element: HTMLElement): PortRef | null {
  const [side = "", ...rest] = (element.dataset.port ?? "").split(":");
  const port = rest.join(":");
  const sides: readonly PortRef["side"][] = ["in", "out", "before", "after", "slot", "item"];
  const known = sides.find((candidate) => candidate === side);
  return known === undefined ? null : { key: step, side: known, port };
}

export function portKey(kit: CanvasKit, event: KeyboardEvent, step: string, element: HTMLElement): boolean {
  const port = portOf(step, element);
  switch (event.key) {
    case "Escape":
      stepElement(step)?.focus({ preventScroll: true });
      return true;
    case "ArrowUp":
    case "ArrowDown":
      return along(step, element, event.key === "ArrowDown" ? 1 : -1);
    case "ArrowRight":
    case "ArrowLeft":
      return across(kit, step, element, event.key === "ArrowRight");
    case "Enter":
    case " ":
      if (port === null) return false;
      openPicker(kit, port);
      return true;
    case "Delete":
    case "Backspace":
      return port !== null && disconnectPort(kit, port);
    default:
      return false;
  }
}

function portsIn(step: string): HTMLElement[] {
  return [...(stepElement(step)?.querySelectorAll<HTMLElement>("[data-port]") ?? [])];
}

const isLeft = (element: HTMLElement) => /^(in|before)/.test(element.dataset.port ?? "");

/** Up and down among the ports of one side. */
function along(step: string, element: HTMLElement, by: number): boolean {
  const side = portsIn(step)
    .filter((other) => isLeft(other) === isLeft(element))
    .sort((left, right) => left.getBoundingClientRect().top - right.getBoundingClientRect().top);
  side[side.indexOf(element) + by]?.focus({ preventScroll: true });
  return true;
}

/** Right from an output goes onto its wire, left from a field too; else to the other side of the card. */
function across(kit: CanvasKit, step: string, element: HTMLElement, right: boolean): boolean {
  const port = portOf(step, element);
  const outward = port !== null && (right ? port.side !== "in" && port.side !== "before" : !isOut(port));
  if (outward) {
    const line = [...kit.canvas.getState().lines.values()].find((candidate) => meets(candidate, port));
    return line !== undefined && focusLine(line.id);
  }
  const top = element.getBoundingClientRect().top;
  const away = (other: HTMLElement) => Math.abs(other.getBoundingClientRect().top - top);
  const [nearest] = portsIn(step)
    .filter((other) => isLeft(other) !== right && other.dataset.port !== "more:")
    .sort((one, two) => away(one) - away(two));
  nearest?.focus({ preventScroll: true });
  return true;
}

const isOut = ({ side }: PortRef) => side !== "in" && side !== "before";

export function endOf({ key, side, port }: PortRef): WireEnd {
  switch (side) {
    case "in":
      return { kind: "field", target: { step: key, path: parsePath(port) ?? [] } };
    case "out":
      return { kind: "source", source: { kind: "output", step: key, output: port } };
    case "item":
      return { kind: "source", source: { kind: "currentItem", step: key, member: "" } };
    case "slot":
      return { kind: "slot", step: key, slot: port };
    default:
      return { kind: side, step: key };
  }
}

/** A wire without a pointer: what it can go to is asked. */
export function openPicker(kit: CanvasKit, port: PortRef): void {
  if (kit.editor.store.getState().readOnly) return;
  const spot = spotOf(kit.canvas.getState().scene, port) ?? { x: 0, y: 0 };
  const run = kit.runAt({ x: spot.x + 8, y: spot.y + 14 });
  const end = endOf(port);
  switch (end.kind) {
    case "source":
      void run(connect, { source: end.source, among: null });
      break;
    case "field":
      void run(connect, { target: end.target, among: null });
      break;
    case "after":
      void run(waitFor, { from: end.step });
      break;
    case "before":
      void run(waitFor, { to: end.step });
      break;
    case "slot":
      void loadPart(() => import("../../editor/commands/steps/moveInto")).then(({ moveInto }) =>
        run(moveInto, { into: { container: end.step, slot: end.slot } }),
      );
  }
}

function disconnectPort(kit: CanvasKit, port: PortRef): boolean {
  const line = [...kit.canvas.getState().lines.values()].find((candidate) => meets(candidate, port));
  if (line !== undefined) deleteLine(kit, line.id);
  return true;
}

/** Deletes one line, which is one reason of its edge. */
export function deleteLine({ run, canvas }: CanvasKit, id: string): void {
  const line = canvas.getState().lines.get(id)?.line;
  if (line === undefined) return;
  const { from, to, reason } = line;
  const outcome = run(disconnect, { from, to, reason });
  if ("done" in outcome) canvas.setState({ line: null });
}

export function lineKey(kit: CanvasKit, event: KeyboardEvent, id: string): boolean {
  const routed = kit.canvas.getState().lines.get(id);
  if (routed === undefined) return false;
  const { line, fromPort, toPort } = routed;
  switch (event.key) {
    case "ArrowLeft":
      focusStep(kit, line.from, portAttribute(line.reason.kind, "from", fromPort));
      return true;
    case "ArrowRight":
      focusStep(kit, line.to, portAttribute(line.reason.kind, "to", toPort));
      return true;
    case "ArrowUp":
    case "ArrowDown": {
      const neighbours = [...kit.canvas.getState().lines.values()].filter(
        (other) => other.line.from === line.from && other.fromPort === fromPort,
      );
      const next = neighbours[neighbours.findIndex((other) => other.id === id) + (event.key === "ArrowDown" ? 1 : -1)];
      if (next !== undefined) focusLine(next.id);
      return true;
    }
    case "Delete":
    case "Backspace":
      deleteLine(kit, id);
      focusStep(kit, line.to);
      return true;
    case "ContextMenu":
    case "F10":
      if (event.key === "F10" && !event.shiftKey) return false;
      kit.canvas.setState({ overlay: { kind: "lineMenu", line: id, at: routed.curve.to } });
      return true;
    case "Escape":
      focusStep(kit, line.to);
      return true;
    default:
      return false;
  }
}

function portAttribute(kind: string, end: "from" | "to", port: string | null): string {
  if (port === null) return end === "from" ? "after:" : "before:";
  if (end === "to") return `in:${port}`;
  return kind === "branch" || kind === "each" ? port : `out:${port}`;
}
