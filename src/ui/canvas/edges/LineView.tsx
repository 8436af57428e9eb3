import "./LineView.css";
import { type KeyboardEvent, type MouseEvent, memo, useRef } from "react";
import { lineFlows } from "../../../editor/session/selectors";
import { toneOf } from "../../../pipeline/card/lines";
import { edgeId } from "../../../pipeline/graph/deriveGraph";
import { curvePath, pointAt } from "../../../pipeline/layout/curve";
import { label, labelWidth } from "../../../pipeline/layout/labels";
import type { RoutedLine } from "../../../pipeline/layout/route";
import { useEditorState } from "../../kit/useWorkspace";
import { useCanvas } from "../canvasStore";
import { useKit } from "../kit";
import { useFaded } from "../useFaded";
import { joinsCycle } from "./lineLook";

/** A wire with its label: one group, named as people say it. */
export const LineView = memo(function LineView({
  routed,
  labelX,
  labelY,
}: {
  readonly routed: RoutedLine;
  readonly labelX: number | null;
  readonly labelY: number | null;
}) {
  const kit = useKit();
  const { id, line, curve, implied } = routed;
  const group = useRef<SVGGElement>(null);
  useFaded(group, ({ lines }) => lines.has(id));
  const highlighted = useCanvas((state) => state.highlighted.has(id));
  const fresh = useCanvas((state) => state.fresh.has(id));
  const inCycle = useCanvas(({ cycle }) => cycle !== null && joinsCycle(cycle, line));
  const flow = useEditorState((state) => lineFlows(state)?.get(line.id));
  const change = useEditorState(({ comparison }) => comparison?.edges.get(edgeId(line)));
  // Success needs no word until the line is looked at: then it can be changed there.
  const text = flow?.label ?? (line.label === "" && highlighted ? "on success" : line.label);
  const path = curvePath(curve);
  // Without a free place a label shows only while its line is looked at.
  const middle = highlighted && text !== "" ? pointAt(curve, 0.5) : null;
  const at = labelX !== null && labelY !== null ? { x: labelX, y: labelY } : middle;
  const tone = toneOf(line);
  const words = ["sw-line", "nopan", `is-${line.reason.kind}`, `is-${tone}`];
  if (highlighted) words.push("is-highlighted");
  if (fresh) words.push("is-fresh");
  if (implied) words.push("is-implied");
  if (inCycle) words.push("is-cycle");
  if (flow !== undefined) words.push(flow.flows ? "is-flowing" : "is-still");
  const choose = () => {
    kit.editor.selectEdge({ from: line.from, to: line.to });
    kit.canvas.setState({ line: id });
  };
  const openMenu = (event: MouseEvent) => {
    const at = kit.view.toCanvas({ x: event.clientX, y: event.clientY });
    kit.canvas.setState({ overlay: { kind: "lineMenu", line: id, at } });
  };
  const click = (event: MouseEvent) => {
    event.stopPropagation();
    choose();
    // The word on an order's line is its trigger: it is changed where it stands.
    const onWord = event.target instanceof Element && event.target.closest(".sw-line-label") !== null;
    if (onWord && line.reason.kind === "order") openMenu(event);
  };
  const menu = (event: MouseEvent) => {
    event.preventDefault();
    event.stopPropagation();
    choose();
    openMenu(event);
  };
  const key = (event: KeyboardEvent) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    choose();
  };
  return (
    // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: a wire is a group with a name; its keys are the canvas'
    <g
      ref={group}
      className={words.join(" ")}
      role="group"
      aria-label={line.said}
      aria-description={flow?.value ?? change}
      aria-roledescription="edge"
      data-line={id}
      tabIndex={-1}
      onClick={click}
      onContextMenu={menu}
      onKeyDown={key}
      onFocus={() => kit.canvas.setState({ hover: { kind: "line", id } })}
      onBlur={() => kit.canvas.setState({ hover: null })}
      onPointerEnter={() => kit.canvas.setState({ hover: { kind: "line", id } })}
      onPointerLeave={() => kit.canvas.setState({ hover: null })}
    >
      <path className="sw-line-hit" d={path} />
      <path
        className="sw-line-path"
        d={path}
        pathLength={fresh ? 1 : undefined}
        markerEnd={`url(#wire-arrow-${highlighted ? "highlighted" : tone})`}
      />
      {/* The head's own area: a straight line has none, and what has no area is taken for hidden. */}
      <rect className="sw-line-head" x={curve.to.x - 8} y={curve.to.y - 5} width={8} height={10} />
      {at !== null && <LineLabel text={text} x={at.x} y={at.y} />}
    </g>
  );
});

function LineLabel({ text, x, y }: { readonly text: string; readonly x: number; readonly y: number }) {
  const width = labelWidth(text);
  return (
    <g className="sw-line-label">
      <rect x={x - width / 2} y={y - label.height / 2} width={width} height={label.height} rx={label.height / 2} />
      <text x={x} y={y} textAnchor="middle" dominantBaseline="central" fontSize={label.size}>
        {text}
      </text>
    </g>
  );
}
