import type { PipelineDocument, Place } from "../../../pipeline/definition/document";
import { whyNotInSlot } from "../../../pipeline/edits/moveToSlot";
import { deriveGraph } from "../../../pipeline/graph/deriveGraph";
import { topologicalOrder } from "../../../pipeline/graph/order";
import { stepTypeOf } from "../../../pipeline/steps";
import { judgeOrder, listSources, listTargets, type WireSource, type WireTarget } from "../../../pipeline/wiring";
import type { CanvasKit } from "../kit";
import type { WireEnd } from "../wire/drawnWire";
import { connectWire, order, putInSlot } from "../wire/finishWire";
import { awsPath, close } from "./closeOverlay";
import type { Option } from "./ListPicker";

/** The fields of one step that a value could go to; of all steps those that take it. */
export function fieldOptions(kit: CanvasKit, source: WireSource, step: string | null, at: Place): Option[] {
  const { document, models } = kit.editor.store.getState();
  const graph = deriveGraph(document.definition);
  const steps = step === null ? topologicalOrder(graph) : [step];
  const best: Option[] = [];
  const rest: Option[] = [];
  for (const key of steps) {
    for (const { path, printed, label, hint, match, verdict } of listTargets(document, models, source, key)) {
      if (step === null && !verdict.ok) continue;
      const option: Option = {
        id: `${key} ${printed}`,
        label: step === null ? `${key} ${label}` : label,
        hint,
        path: awsPath(printed),
        note: match ?? (verdict.ok && verdict.conversion ? "as text" : null),
        refused: verdict.ok ? null : verdict.reason,
        pick: () => {
          close(kit);
          connectWire(kit, source, { step: key, path }, at);
        },
      };
      (match !== null ? best : rest).push(option);
    }
  }
  return [...best, ...rest];
}

/** What a field could read; with a step, of its outputs alone. */
export function sourceOptions(kit: CanvasKit, target: WireTarget, step: string | null, at: Place): Option[] {
  const { document, models } = kit.editor.store.getState();
  const choices = listSources(document, models, target).filter(({ source, verdict }) => {
    if (step === null) return verdict.ok;
    return (source.kind === "output" || source.kind === "currentItem") && source.step === step;
  });
  return choices.map(({ source, label, hint, kindLabel, match, verdict }) => ({
    id: JSON.stringify(source),
    label,
    hint: step === null ? hint : kindLabel,
    note: match,
    ...(source.kind === "output" ? { path: source.output } : {}),
    refused: verdict.ok ? null : verdict.reason,
    pick: () => {
      close(kit);
      connectWire(kit, source, target, at);
    },
  }));
}

/** The steps that an order or a slot could go to. */
export function stepOptions(kit: CanvasKit, end: WireEnd): Option[] {
  const { document } = kit.editor.store.getState();
  const graph = deriveGraph(document.definition);
  const options = topologicalOrder(graph).flatMap((key): Option[] => {
    const refused = whyNotStep(document, end, key);
    if ("step" in end && end.step === key) return [];
    const pick = () => {
      close(kit);
      if (end.kind === "after") order(kit, end.step, key);
      else if (end.kind === "before") order(kit, key, end.step);
      else if (end.kind === "slot") void putInSlot(kit, key, end.step, end.slot);
    };
    const type = graph.byKey.get(key)?.type ?? "";
    return [{ id: key, label: key, hint: stepTypeOf(type).label, icon: type, refused, pick }];
  });
  return [...options.filter(({ refused }) => !refused), ...options.filter(({ refused }) => refused)];
}

function whyNotStep(document: PipelineDocument, end: WireEnd, key: string): string | null {
  if (end.kind === "slot") return whyNotInSlot(document, key, end.step, end.slot);
  if (end.kind !== "after" && end.kind !== "before") return null;
  const verdict = end.kind === "after" ? judgeOrder(document, end.step, key) : judgeOrder(document, key, end.step);
  return verdict.ok ? null : verdict.reason;
}
