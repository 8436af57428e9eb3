import type { EditorState } from "../../../editor/session/editorState";
import { portsOf } from "../../../pipeline/card/ports";
import { containersOf, stepsByKey, stepsInside } from "../../../pipeline/graph/stepTree";
import { judgeOrder, judgeWire } from "../../../pipeline/wiring/judge";
import { whyNotInSlot } from "../../../pipeline/wiring/slots";
import { listTargets } from "../../../pipeline/wiring/targets";
import type { WireEnd, WireSource, WireTarget } from "../../../pipeline/wiring/wire";
import type { CardLook, PortLook } from "./drawnWire";

const remembered = new WeakMap<WireEnd, { state: EditorState["document"]; looks: Map<string, CardLook> }>();

/** How a step looks to a wire: which of its ports take it, which do not and why. Judged once for each wire and step. */
export function lookAt(state: EditorState, end: WireEnd, key: string): CardLook {
  let known = remembered.get(end);
  if (known === undefined || known.state !== state.document) {
    known = { state: state.document, looks: new Map() };
    remembered.set(end, known);
  }
  const before = known.looks.get(key);
  if (before !== undefined) return before;
  const look = judge(state, end, key);
  known.looks.set(key, look);
  return look;
}

const nothing: CardLook = { refused: null, cycle: null, ports: new Map(), more: [] };

function judge(state: EditorState, end: WireEnd, key: string): CardLook {
  if (!stepsByKey(state.document.definition).has(key)) return nothing;
  switch (end.kind) {
    case "source":
      return fromSource(state, end.source, key);
    case "field":
      return fromField(state, end.target, key);
    case "after":
    case "before": {
      const verdict =
        end.kind === "after" ? judgeOrder(state.document, end.step, key) : judgeOrder(state.document, key, end.step);
      if (verdict.ok) return nothing;
      return { ...nothing, refused: verdict.reason, cycle: verdict.cycle };
    }
    case "slot":
      return { ...nothing, refused: whyNotInSlot(state.document, key, end.step, end.slot) };
  }
}

const mostMore = 6;

function fromSource({ document, models }: EditorState, source: WireSource, key: string): CardLook {
  const choices = listTargets(document, models, source, key);
  const ports = new Map<string, PortLook>();
  for (const { printed, verdict, match } of choices) {
    ports.set(printed, { ok: verdict.ok, reason: verdict.ok ? null : verdict.reason, match });
  }
  for (const { printed, path } of portsOf(document, models, key).inputs) {
    if (ports.has(printed)) continue;
    const verdict = judgeWire(document, models, source, { step: key, path });
    ports.set(printed, { ok: verdict.ok, reason: verdict.ok ? null : verdict.reason, match: null });
  }
  const fitting = choices.filter(({ verdict }) => verdict.ok);
  const shown = new Set(portsOf(document, models, key).inputs.map(({ printed }) => printed));
  const more = fitting.filter(({ printed }) => !shown.has(printed));
  if (fitting.length > 0 || [...ports.values()].some(({ ok }) => ok)) {
    return { refused: null, cycle: null, ports, more: more.slice(0, mostMore) };
  }
  const [first] = choices.flatMap(({ verdict }) => (verdict.ok ? [] : [verdict]));
  const cyclic = choices.flatMap(({ verdict }) => (!verdict.ok && verdict.cycle !== null ? [verdict] : []))[0];
  const any = cyclic ?? first ?? refusalOfEmpty(document, models, source, key);
  return { refused: any.reason, cycle: any.cycle, ports, more: [] };
}

function refusalOfEmpty(
  document: EditorState["document"],
  models: EditorState["models"],
  source: WireSource,
  key: string,
): { reason: string; cycle: readonly string[] | null } {
  const verdict = judgeWire(document, models, source, { step: key, path: ["Arguments"] });
  if (!verdict.ok && verdict.cycle !== null) return verdict;
  return { reason: `${key} has no field that takes a value.`, cycle: null };
}

function fromField({ document, models }: EditorState, target: WireTarget, key: string): CardLook {
  const ports = new Map<string, PortLook>();
  let refused: { reason: string; cycle: readonly string[] | null } | null = null;
  for (const { output } of portsOf(document, models, key).outputs) {
    const verdict = judgeWire(document, models, { kind: "output", step: key, output }, target);
    ports.set(output, { ok: verdict.ok, reason: verdict.ok ? null : verdict.reason, match: null });
    if (!verdict.ok) refused ??= { reason: verdict.reason, cycle: verdict.cycle };
  }
  if (isEnclosingLoop(document, key, target.step)) {
    const verdict = judgeWire(document, models, { kind: "currentItem", step: key, member: "" }, target);
    ports.set("item", { ok: verdict.ok, reason: verdict.ok ? null : verdict.reason, match: null });
  }
  if ([...ports.values()].some(({ ok }) => ok)) return { refused: null, cycle: null, ports, more: [] };
  const why = refused ?? { reason: `${key} shows no output that ${target.step} could read.`, cycle: null };
  return { refused: why.reason, cycle: why.cycle, ports, more: [] };
}

function isEnclosingLoop(document: EditorState["document"], key: string, step: string): boolean {
  return containersOf(document.definition, step).includes(key) && stepsInside(document.definition, key).includes(step);
}
