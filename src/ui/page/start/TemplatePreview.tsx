import "./TemplatePreview.css";
import { categoryColours } from "../../../pipeline/card/categoryColours";
import type { PipelineDocument } from "../../../pipeline/definition/document";
import { deriveGraph, edgeId } from "../../../pipeline/graph/deriveGraph";
import { stepTypeOf } from "../../../pipeline/steps";

const card = { width: 208, height: 96 };
/** Steps stand closer than on the canvas, where there are words between them. */
const closer = 0.72;
const margin = 36;

/** A pipeline in small: its steps where they stand, and the edges that its definition has. */
export function TemplatePreview({ document }: { readonly document: PipelineDocument }) {
  const graph = deriveGraph(document.definition);
  const at = (key: string) => {
    const { x, y } = document.layout.get(key) ?? { x: 0, y: 0 };
    return { x: x * closer, y };
  };
  const positions = graph.steps.map(({ key }) => at(key));
  const left = Math.min(...positions.map(({ x }) => x)) - margin;
  const top = Math.min(...positions.map(({ y }) => y)) - margin;
  const width = Math.max(...positions.map(({ x }) => x)) + card.width + margin - left;
  const height = Math.max(...positions.map(({ y }) => y)) + card.height + margin - top;
  return (
    <svg viewBox={`${left} ${top} ${width} ${height}`} aria-hidden="true">
      {graph.edges.map((edge) => {
        const { from, to } = edge;
        const start = { x: at(from).x + card.width, y: at(from).y + 68 };
        const end = { x: at(to).x, y: at(to).y + 68 };
        const bend = (end.x - start.x) / 2;
        return (
          <path
            key={edgeId(edge)}
            className="sw-preview-edge"
            d={`M${start.x} ${start.y}C${start.x + bend} ${start.y} ${end.x - bend} ${end.y} ${end.x} ${end.y}`}
          />
        );
      })}
      {graph.steps.map(({ key, type }) => (
        <g key={key} transform={`translate(${at(key).x} ${at(key).y})`}>
          <rect className="sw-preview-card" width={card.width} height={card.height} rx="14" />
          <rect x="14" y="14" width="30" height="30" rx="8" fill={categoryColours[stepTypeOf(type).category]} />
          <text x="56" y="37" className="sw-preview-name">
            {key}
          </text>
          {graph.into.has(key) && <circle cx="0" cy="68" r="8" className="sw-preview-port" />}
          {graph.outOf.has(key) && <circle cx={card.width} cy="68" r="8" className="sw-preview-port" />}
        </g>
      ))}
    </svg>
  );
}
