import type { ElkExtendedEdge, ElkNode } from "elkjs/lib/elk-api";
import { textWidth } from "../pipeline/layout/textWidth";

export const size = { room: 24, text: 12, gap: 6, perRow: 5 };

type Kind = "pure" | "page" | "node" | "between";

const words: readonly (readonly [Kind, string])[] = [
  ["page", "the page"],
  ["node", "Node"],
  ["pure", "pure: no page, no Node, no clock"],
  ["between", "what both speak"],
];
const legendHeight = 28;

/** What a folder may know decides its colour. */
const kinds: Readonly<Record<string, Kind>> = {
  pipeline: "pure",
  handler: "pure",
  import: "pure",
  export: "pure",
  contract: "between",
  storage: "page",
  editor: "page",
  client: "page",
  ui: "page",
  "main.tsx": "page",
  server: "node",
  "local-region": "node",
  cli: "node",
};

/** Writes what was laid out as SVG, in light and dark. */
export function roomsSvg(graph: ElkNode): string {
  const { width = 0, height = 0 } = graph;
  const whole = { width: Math.ceil(width), height: Math.ceil(height) + legendHeight };
  const boxes = (graph.children ?? []).flatMap((box) => [
    `<rect class="box ${kinds[box.id] ?? "between"}" ${place(box)} rx="6"/>`,
    `<text class="folder" x="${(box.x ?? 0) + 12}" y="${(box.y ?? 0) + 21}">${box.id}</text>`,
    `<g transform="translate(${box.x} ${box.y})">`,
    ...(box.children ?? []).flatMap(roomsOf),
    ...(box.edges ?? []).flatMap(lineOf),
    "</g>",
  ]);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${whole.width} ${whole.height}" width="${whole.width}" font-family="${face}">`,
    `<style>${style}</style>`,
    '<defs><marker id="end" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path class="head" d="M0 0 8 4 0 8z"/></marker></defs>',
    `<rect class="paper" width="100%" height="100%"/>`,
    ...boxes,
    ...(graph.edges ?? []).flatMap(lineOf),
    ...legend(height),
    "</svg>",
    "",
  ].join("\n");
}

const face = "Open Sans, Helvetica Neue, Arial, sans-serif";

const style = `.paper{fill:#fff}text{fill:#16191f}.folder{font-size:14px;font-weight:700}.room{font-size:${size.text}px;text-anchor:middle}.word{font-size:${size.text}px}
.box{stroke:#8c96a3}.pill{fill:#fff;stroke:#b6bec9}.line{fill:none;stroke:#b6bec9;stroke-dasharray:3 3}
.pure{fill:#e3f3e6}.page{fill:#e4eefb}.node{fill:#fbeedd}.between{fill:#eee8f6}
.arrow{fill:none;stroke:#5f6b7a;stroke-width:1.3;marker-end:url(#end)}.head{fill:#5f6b7a}
@media (prefers-color-scheme:dark){.paper{fill:#0f141a}text{fill:#e9ebed}.box{stroke:#5f6b7a}.pill{fill:#0f141a;stroke:#5f6b7a}.line{stroke:#5f6b7a}
.pure{fill:#14301c}.page{fill:#132a45}.node{fill:#3a2a12}.between{fill:#2b2140}.arrow{stroke:#a4adb8}.head{fill:#a4adb8}}`;

function legend(top: number): readonly string[] {
  let x = 16;
  return words.map(([kind, text]) => {
    const at = x;
    x += 18 + textWidth(text, size.text) + 18;
    const square = `<rect class="box ${kind}" x="${at}" y="${top + 4}" width="12" height="12" rx="2"/>`;
    return `${square}<text class="word" x="${at + 18}" y="${top + 14}">${text}</text>`;
  });
}

function place({ x, y, width, height }: ElkNode): string {
  return `x="${x}" y="${y}" width="${width}" height="${height}"`;
}

function roomsOf(node: ElkNode): readonly string[] {
  const rooms = node.id.trim().split(" ");
  const { column, columns, pad } = gridOf(rooms);
  const pills = rooms.map((room, i) => {
    const x = (node.x ?? 0) + pad + (i % columns) * (column + pad);
    const y = (node.y ?? 0) + pad + Math.floor(i / columns) * (size.room + pad);
    const text = `<text class="room" x="${x + column / 2}" y="${y + 16}">${nameOf(room)}</text>`;
    return `<rect class="pill" ${place({ id: room, x, y, width: column, height: size.room })} rx="4"/>${text}`;
  });
  return rooms.length > 1 ? [`<rect class="line" ${place(node)} rx="4"/>`, ...pills] : pills;
}

function lineOf({ sections = [] }: ElkExtendedEdge): readonly string[] {
  return sections.map(({ startPoint, bendPoints = [], endPoint }) => {
    const points = [startPoint, ...bendPoints, endPoint].map(({ x, y }) => `${x} ${y}`);
    return `<path class="arrow" d="M${points.join(" L")}"/>`;
  });
}

/** A single room is its own pill; several lie in rows, with a line around them. */
export function gridOf(rooms: readonly string[]) {
  const column = Math.max(...rooms.map((room) => textWidth(nameOf(room), size.text) + 20));
  return { column, columns: Math.min(rooms.length, size.perRow), pad: rooms.length > 1 ? size.gap : 0 };
}

/** The files directly in a folder are a room of their own. */
function nameOf(room: string): string {
  return room.includes("/") ? (room.split("/").at(-1) ?? "") : `${room}/*.ts`;
}
