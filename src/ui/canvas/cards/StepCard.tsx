import "./StepCard.css";
import { lazy, memo, Suspense } from "react";
import type { NodeProps } from "reactflow";
import { loadPart } from "../../../editor/session/loadPart";
import { graphOf } from "../../../editor/session/selectors";
import type { ShownProblem } from "../../../editor/session/toDo";
import { mainVerb, type Verb } from "../../../pipeline/compare/words";
import { nameRoom } from "../../../pipeline/layout/cardShape";
import { childrenBySlot } from "../../../pipeline/layout/scene";
import { fitText } from "../../../pipeline/layout/textWidth";
import { stepTypeOf } from "../../../pipeline/steps";
import { useKeyed } from "../../kit/keyedStore";
import { useEditorState } from "../../kit/useWorkspace";
import { type CanvasState, useCanvas } from "../canvasStore";
import type { StepNode } from "../flowNodes";
import { Fold } from "../folding/Fold";
import { highlightedPorts } from "../highlights";
import { useKit } from "../kit";
import { lookAt } from "../wire/looks";
import { asideOf } from "./aside";
import { CardFrame } from "./CardFrame";
import { CardIcon } from "./CardIcon";
import type { CardFace } from "./faces";
import { MoreFields } from "./MoreFields";
import { OrderHandle } from "./OrderHandle";
import { PortRows } from "./PortRows";
import { StatusBadge } from "./StatusBadge";
import { StepName } from "./StepName";
import { useSaidState } from "./useSaidState";

/** What can be told to fail is only asked about beside a simulation. */
const FailToggle = lazy(() => loadPart(() => import("./FailToggle")));
const AskingCard = lazy(() => loadPart(() => import("./AskingCard")));

/** What differs shows while versions are compared. */
const ChangeMark = lazy(() => loadPart(() => import("./ChangeMark")));

/** A step on the canvas. Drawn again only when its step, ports or state change: not when it moves. */
export const StepCard = memo(
  function StepCard({ id, selected }: NodeProps<StepNode>) {
    const shown = useKeyed(useKit().cards.faces, id);
    return shown === undefined ? null : <CardOf {...shown} selected={selected} />;
  },
  (before, now) => before.id === now.id && before.selected === now.selected,
);

function CardOf({ face, ports, selected }: CardFace & { readonly selected: boolean }) {
  const { editor, cards } = useKit();
  const { key, name, type, shape, width, sentence } = face;
  const run = useKeyed(cards.runs, key);
  const problems = useKeyed(cards.problems, key) ?? noProblems;
  const verbs = useEditorState(({ comparison }) => comparison?.steps.get(key) ?? noVerbs);
  useSaidState(key, type, run, problems, verbs);
  const highlighted = useCanvas((state) => highlightedPorts(state, key));
  const { wire, look, over, from, fromPort } = useCanvas((state) => wireAt(state, key));
  const mark = useCanvas((state) => markOf(state, key));
  const far = useCanvas((state) => state.far);
  const mayFail = useEditorState(
    ({ simulation, document }) =>
      (simulation !== null || document.samples.has(key)) && !shape.box && stepTypeOf(type).endsExecution !== true,
  );
  const loop = stepTypeOf(type).slots[0]?.key ?? "";
  const card = useCanvas(({ scene }) => (shape.foldTop === null ? undefined : scene.cards.get(key)));
  const held = useEditorState((state) => shape.box && childrenBySlot(graphOf(state).steps).has(key));
  const cardLook = look && wire !== null ? lookAt(editor.store.getState(), look, key) : null;
  const refused = cardLook !== null && cardLook.refused !== null && !from;
  const marks = [refused ? "is-refused" : "", over !== null && over.reason === null ? "is-target" : "", mark];
  if (far) marks.push("is-far");
  else if (verbs.length > 0) marks.push(`is-${mainVerb(verbs)}`);
  const room = nameRoom(width, asideOf(run, problems));
  const order = wire === "after" ? "before" : wire === "before" ? "after" : null;
  const handle = (side: "before" | "after") => (
    <OrderHandle
      step={key}
      name={name}
      side={side}
      width={width}
      highlighted={highlighted.includes(side === "before" ? "|in:|" : "|out:|")}
      takes={order === side ? !refused && !from : null}
      over={over?.port?.side === side}
    />
  );
  return (
    <CardFrame
      face={face}
      selected={selected}
      run={run}
      marks={marks}
      title={run?.status === "NotRun" ? run.why : undefined}
    >
      {handle("before")}
      <div className="sw-card-head">
        <CardIcon type={type} />
        <div className="sw-card-title">
          <StepName step={key} name={name} room={room} />
          <span className="sw-card-type">
            {fitText(
              shape.box && sentence !== null ? `${stepTypeOf(type).label} · ${sentence}` : stepTypeOf(type).label,
              room,
              11,
            )}
          </span>
        </div>
        <StatusBadge run={run} problems={problems} />
      </div>
      {stepTypeOf(type).endsExecution !== true && handle("after")}
      {shape.sentenceTop !== null && sentence !== null && (
        <div className="sw-card-sentence" style={{ top: shape.sentenceTop }} title={sentence}>
          {fitText(sentence, width - 42, 11.5)}
        </div>
      )}
      {shape.rowsTop !== null && <div className="sw-card-line" style={{ top: shape.rowsTop }} />}
      <PortRows
        face={face}
        ports={ports}
        problems={problems}
        highlighted={highlighted}
        wire={wire}
        look={cardLook}
        over={over}
        from={fromPort}
      />
      {shape.moreTop !== null && <MoreFields step={key} name={name} count={ports.hiddenFields} top={shape.moreTop} />}
      {shape.box && held && <Fold container={key} slot={loop} frame={null} />}
      {shape.foldTop !== null && card !== undefined && (
        <Fold frame={card} container={key} slot={loop} top={shape.foldTop} />
      )}
      {verbs.length > 0 && !far && (
        <Suspense fallback={null}>
          <ChangeMark verbs={verbs} />
        </Suspense>
      )}
      {mayFail && (
        <Suspense fallback={null}>
          <FailToggle step={key} name={name} />
        </Suspense>
      )}
      {run?.failureReason !== undefined && run.status === "Failed" && (
        <div className="sw-card-failure" style={{ top: face.height + 6 }} title={run.failureReason}>
          {run.failureReason}
        </div>
      )}
      {run?.asks !== undefined && !far && (
        <Suspense fallback={null}>
          <AskingCard run={run.asks} name={name} step={key} top={face.height + 6} />
        </Suspense>
      )}
    </CardFrame>
  );
}

const noProblems: readonly ShownProblem[] = [];
const noVerbs: readonly Verb[] = [];

/** What a card needs to know of a wire being drawn. */
function wireAt({ wire }: CanvasState, key: string) {
  if (wire === null) return noWire;
  const over = wire.over?.key === key ? wire.over : null;
  const from = wire.from?.key === key;
  return { wire: wire.end.kind, look: wire.end, over, from, fromPort: from ? wire.from : null };
}
const noWire = { wire: null, look: null, over: null, from: false, fromPort: null } as const;

/** `is-pulsing` for a step that was asked for, `is-cycle` for one of a refused cycle. */
function markOf({ pulse, cycle, drop }: CanvasState, key: string): string {
  if (drop?.to?.container === key && drop.words !== null) return drop.refused === null ? "is-drop" : "is-drop-refused";
  const pulsing = pulse?.key === key ? (pulse.count % 2 === 0 ? "is-pulsing" : "is-pulsing-again") : "";
  return cycle?.includes(key) === true ? `${pulsing} is-cycle` : pulsing;
}
