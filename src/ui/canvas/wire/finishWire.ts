/** What comes of a wire that was let go. */
import type { Place } from "../../../pipeline/definition/document";
import { type Path, parsePath } from "../../../pipeline/definition/path";
import { connect } from "../../../pipeline/edits/connect";
import { addDependsOn } from "../../../pipeline/edits/dependsOn";
import { whyNotInSlot } from "../../../pipeline/edits/moveToSlot";
import { stepsByKey } from "../../../pipeline/graph/stepTree";
import {
  fieldName,
  judgeOrder,
  judgeWire,
  sourceLabel,
  type WireSource,
  type WireTarget,
} from "../../../pipeline/wiring";
import type { CanvasKit } from "../kit";
import type { PortRef } from "../portRef";
import type { WireEnd, WireOver } from "./drawnWire";
import { lookAt } from "./looks";

export function finishWire(kit: CanvasKit, end: WireEnd, over: WireOver | null, at: Place): void {
  const { editor, session } = kit;
  if (over === null) {
    if (end.kind !== "before") session.setState({ overlay: { kind: "addStep", end, at } });
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
      order(kit, end.step, over.key);
      break;
    case "before":
      order(kit, over.key, end.step);
      break;
    case "slot": {
      const why = whyNotInSlot(editor.store.getState().document, over.key, end.step, end.slot);
      if (why === null) void putInSlot(kit, over.key, end.step, end.slot);
      else refuse(kit, why, null);
    }
  }
}

function dropValue(kit: CanvasKit, end: WireEnd & { kind: "source" }, over: WireOver, at: Place): void {
  const { source } = end;
  if (over.port?.side === "in") {
    const path = pathOf(over.port);
    connectWire(kit, source, { step: over.key, path }, at);
    return;
  }
  const look = lookAt(kit.editor.store.getState(), end, over.key);
  const fromItself = source.kind === "output" && source.step === over.key;
  if (look.refused === null) kit.session.setState({ overlay: { kind: "pickField", source, step: over.key, at } });
  else if (!fromItself) refuse(kit, look.refused, look.cycle);
}

function pathOf({ port }: PortRef): Path {
  return parsePath(port) ?? [];
}

function dropField(kit: CanvasKit, target: WireTarget, { key, port }: WireOver, at: Place): void {
  if (port?.side === "out") connectWire(kit, { kind: "output", step: key, output: port.port }, target, at);
  else if (port?.side === "item") connectWire(kit, { kind: "currentItem", step: key, member: "" }, target, at);
  else if (key !== target.step) kit.session.setState({ overlay: { kind: "pickSource", target, step: key, at } });
}

/** Connects a value to a field; asks first where the wire does not say enough (`asked`: it has); says why where it is refused. */
export function connectWire(
  kit: CanvasKit,
  source: WireSource,
  target: WireTarget,
  at: Place,
  jsonPath?: string,
  asked = false,
): boolean {
  const { editor, session } = kit;
  const { document, models } = editor.store.getState();
  const verdict = judgeWire(document, models, source, target);
  if (!verdict.ok) {
    refuse(kit, verdict.reason, verdict.cycle);
    return false;
  }
  if (source.kind === "currentItem" && source.member === "" && !asked) {
    session.setState({ overlay: { kind: "itemMember", source, target, at } });
    return false;
  }
  if (verdict.how === "iteration" || (verdict.how === "jsonGet" && jsonPath === undefined)) {
    session.setState({ overlay: { kind: verdict.how === "iteration" ? "iteration" : "jsonPath", source, target, at } });
    return false;
  }
  const step = stepsByKey(document.definition).get(target.step);
  const field = step === undefined ? "" : fieldName(step.step, target.path).label;
  const from = source.kind === "output" ? `${source.step} ${sourceLabel(source)}` : sourceLabel(source);
  const outcome = editor.edit(`Connect ${from} to ${target.step} ${field}`, connect(source, target, models, jsonPath));
  if (!outcome.ok) return false;
  const converted = verdict.conversion ? " It becomes text on the way." : "";
  editor.announce(`${from} connected to ${target.step} ${field}.${converted}`);
  if (verdict.replaces !== null && outcome.changed) {
    editor.notice("info", `${field} of ${target.step} was ${verdict.replaces}; it now reads ${from}.`, {
      label: "Undo",
      run: () => editor.undo(),
    });
  }
  return true;
}

/** Makes a step wait for another by a DependsOn entry. */
export function order(kit: CanvasKit, upstream: string, downstream: string): void {
  const { editor } = kit;
  if (upstream === downstream) return;
  const verdict = judgeOrder(editor.store.getState().document, upstream, downstream);
  if (!verdict.ok) {
    refuse(kit, verdict.reason, verdict.cycle);
    return;
  }
  const outcome = editor.edit(`Run ${downstream} after ${upstream}`, addDependsOn(downstream, upstream));
  if (outcome.ok) editor.announce(`${downstream} waits for ${upstream}.`);
}

/** Moves a step into a branch or a loop. */
export async function putInSlot(kit: CanvasKit, key: string, container: string, slot: string): Promise<void> {
  const { moveInto } = await import("../drop/intoSlot");
  moveInto(kit, [key], { container, slot });
}

const cycleShown = 4_000;

/** Says why a wire is refused, and shows the cycle that it would have closed. */
export function refuse({ editor, session }: CanvasKit, reason: string, cycle: readonly string[] | null): void {
  editor.notice("warning", reason);
  editor.announce(reason);
  if (cycle === null) return;
  session.setState({ cycle });
  setTimeout(() => {
    if (session.getState().cycle === cycle) session.setState({ cycle: null });
  }, cycleShown);
}
