/** The rooms of the sources and who imports whom, laid out for docs/architecture.svg. */
import type { ElkExtendedEdge, ElkNode } from "elkjs/lib/elk-api";
import Elk from "elkjs/lib/main.js";
import { textWidth } from "../pipeline/layout/textWidth";
import { doorways, roomOf, roomOrders } from "./rooms";
import { gridOf, roomsSvg, size } from "./roomsSvg";
import type { SourceFile } from "./sourceFiles";

interface Group {
  readonly id: string;
  readonly rooms: readonly string[];
}

/** The picture of these files; the same files give the same text. An arrow that follows from others is left out. */
export async function drawRooms(files: readonly SourceFile[]): Promise<string> {
  const arrows = [...doorways(files).values()];
  const rooms = [...new Set(files.map(({ path }) => roomOf(path)))].sort();
  const folders = [...new Set(rooms.map(folderOf))];
  const graph: ElkNode = {
    id: "",
    layoutOptions: {
      ...layered(28, 34, "[top=16,left=16,bottom=16,right=16]"),
      // The shortest of elk's ways for this picture, with whoever is imported by nobody at the top.
      "elk.layered.layering.strategy": "LONGEST_PATH_SOURCE",
      "elk.layered.nodePlacement.strategy": "NETWORK_SIMPLEX",
    },
    children: folders.map((folder) => boxOf(folder, rooms, arrows)),
    edges: edgesOf(arrows.map(({ from, to }) => ({ from: folderOf(from), to: folderOf(to) }))),
  };
  return roomsSvg(await new Elk().layout(graph));
}

function boxOf(folder: string, rooms: readonly string[], arrows: readonly Arrow[]): ElkNode {
  const inFolder = rooms.filter((room) => folderOf(room) === folder);
  // A folder of one room is a box without rooms.
  const own = inFolder.length === 1 && inFolder[0] === folder ? [] : inFolder;
  const groups = groupsOf(folder, own);
  const groupOf = (room: string) => groups.find((group) => group.rooms.includes(room))?.id ?? "";
  const inside = arrows.filter(({ from, to }) => folderOf(from) === folder && folderOf(to) === folder);
  return {
    id: folder,
    ...(own.length === 0 ? { width: textWidth(folder, 14, true) + 32, height: 36 } : {}),
    layoutOptions: layered(10, 18, "[top=32,left=12,bottom=12,right=12]"),
    children: groups.map(nodeOf),
    edges: edgesOf(inside.map(({ from, to }) => ({ from: groupOf(from), to: groupOf(to) }))),
  };
}

function layered(across: number, below: number, padding: string): Record<string, string> {
  return {
    "elk.algorithm": "layered",
    "elk.direction": "DOWN",
    "elk.edgeRouting": "ORTHOGONAL",
    "elk.spacing.nodeNode": String(across),
    "elk.layered.spacing.nodeNodeBetweenLayers": String(below),
    "elk.padding": padding,
  };
}

/** Rooms of one line of an order lie together: they do not know each other, and have the same neighbours. */
function groupsOf(folder: string, rooms: readonly string[]): readonly Group[] {
  const lines = (roomOrders[folder] ?? []).map((line) => line.map((name) => `${folder}/${name}`));
  const together = lines.map((line) => rooms.filter((room) => line.includes(room))).filter((line) => line.length > 1);
  const alone = rooms.filter((room) => !together.flat().includes(room)).map((room) => [room]);
  return [...alone, ...together].map((group) => ({ id: `${group.join(" ")} `, rooms: group }));
}

function nodeOf({ id, rooms }: Group): ElkNode {
  const { column, columns, pad } = gridOf(rooms);
  const rows = Math.ceil(rooms.length / columns);
  return {
    id,
    width: columns * (column + pad) + pad,
    height: rows * (size.room + pad) + pad,
  };
}

interface Arrow {
  readonly from: string;
  readonly to: string;
}

/** Arrows once each, without those that follow from others. */
function edgesOf(arrows: readonly Arrow[]): ElkExtendedEdge[] {
  const next = new Map<string, Set<string>>();
  for (const { from, to } of arrows) if (from !== to) next.set(from, (next.get(from) ?? new Set()).add(to));
  const reaches = (from: string, to: string, seen = new Set<string>()): boolean =>
    [...(next.get(from) ?? [])].some((one) => one === to || (!seen.has(one) && reaches(one, to, seen.add(one))));
  // In a circle nothing follows from anything.
  const follows = (from: string, to: string, by: string) =>
    by !== to && reaches(by, to) && !reaches(by, from) && !reaches(to, by);
  return [...next.keys()].sort().flatMap((from) => {
    const targets = [...(next.get(from) ?? [])].sort();
    const own = targets.filter((to) => !targets.some((by) => follows(from, to, by)));
    return own.map((to) => ({ id: `${from} > ${to}`, sources: [from], targets: [to] }));
  });
}

function folderOf(room: string): string {
  return room.split("/")[0] ?? "";
}
