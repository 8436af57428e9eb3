/** What comes of a wire that was let go. */

import { connect } from "../../../editor/commands/edges/connect";
import { waitFor } from "../../../editor/commands/edges/order";
import { loadPart } from "../../../editor/session/loadPart";
import type { Position } from "../../../pipeline/definition/document";
import { parsePath } from "../../../pipeline/definition/path";
import type { WireEnd, WireSource, WireTarget } from "../../../pipeline/wiring/wire";
import type { CanvasKit } from "../kit";
import { refuse } from "../refuse";
import type { WireOver } from "./drawnWire";
import { lookAt } from "./looks";

export function finishWire(kit: CanvasKit, end: WireEnd, over: WireOver | null, at: Position): void {
  if (over === null) {
    if (end.kind !== "before") void addHere(kit, end, at);
    return;
  }
  switch (end.kind) {
    case "source":
      dropValue(kit, end, over, at);
      break;
    case "field":
      dropField(kit, end.target, over, at);
      break;
    case "after":
      void kit.run(waitFor, { from: end.step, to: over.key });
      break;
    case "before":
      void kit.run(waitFor, { from: over.key, to: end.step });
      break;
    case "slot":
      void moveInto(kit, over.key, end);
  }
}

function dropValue(kit: CanvasKit, end: WireEnd & { kind: "source" }, { port, key }: WireOver, at: Position): void {
  const { source } = end;
  if (port?.side === "in") {
    join(kit, source, { step: key, path: parsePath(port.port) ?? [] }, at);
    return;
  }
  const look = lookAt(kit.editor.store.getState(), end, key);
  const fromItself = source.kind === "output" && source.step === key;
  if (look.refused === null) void kit.runAt(at)(connect, { source, among: key });
  else if (!fromItself) refuse(kit, look.refused, look.cycle);
}

function dropField(kit: CanvasKit, target: WireTarget, { key, port }: WireOver, at: Position): void {
  if (port?.side === "out") join(kit, { kind: "output", step: key, output: port.port }, target, at);
  else if (port?.side === "item") join(kit, { kind: "currentItem", step: key, member: "" }, target, at);
  else if (key !== target.step) void kit.runAt(at)(connect, { target, among: key });
}

function join(kit: CanvasKit, source: WireSource, target: WireTarget, at: Position): void {
  void kit.runAt(at)(connect, { source, target });
}

async function addHere(kit: CanvasKit, end: WireEnd, at: Position): Promise<void> {
  const { addHere } = await loadPart(() => import("../../../editor/commands/steps/addHere"));
  void kit.runAt(at)(addHere, { at, end });
}

async function moveInto(kit: CanvasKit, key: string, { step, slot }: WireEnd & { kind: "slot" }): Promise<void> {
  const { moveIntoSlot } = await loadPart(() => import("../../../editor/commands/steps/moveIntoSlot"));
  kit.run(moveIntoSlot, { steps: [key], into: { container: step, slot } });
}
