import type { SourceFile } from "./sourceFiles";

/**
 * A room is a folder of the second level (`pipeline/graph`), or the files directly in one of the first (`pipeline`). What imports what
 * inside `pipeline` and `ui`, from the lowest room to the highest: each imports only what stands before it. Rooms that share a line do
 * not know each other.
 */
export const roomOrders: Readonly<Record<string, readonly (readonly string[])[]>> = {
  pipeline: [
    ["remember"],
    ["definition"],
    ["images"],
    ["references"],
    ["schema"],
    ["steps"],
    ["graph"],
    ["simulate"],
    ["wiring"],
    ["card"],
    ["compare"],
    ["promote"],
    ["layout"],
    ["edits"],
    ["problems"],
    ["reading"],
  ],
  ui: [
    ["kit"],
    ["text"],
    [
      "canvas",
      "form",
      "outputs",
      "edge",
      "pipeline",
      "palette",
      "problems",
      "definition",
      "simulation",
      "runs",
      "export",
    ],
    ["frame"],
    ["page"],
  ],
};

/** Files that are a room of their own: all of their folder may import them. */
const singleFiles: ReadonlyMap<string, string> = new Map([["pipeline/remember.ts", "pipeline/remember"]]);

/** `pipeline/graph` of `pipeline/graph/order.ts`, `editor` of `editor/workspace.ts`. */
export function roomOf(path: string): string {
  const single = singleFiles.get(path);
  if (single !== undefined) return single;
  const parts = path.split("/");
  return parts.length > 2 ? `${parts[0]}/${parts[1]}` : (parts[0] ?? "");
}

interface Doorway {
  readonly from: string;
  readonly to: string;
}

/** Every import of one room by another, types too: "pipeline/edits → pipeline/graph". */
export function doorways(
  files: readonly SourceFile[],
): ReadonlyMap<string, Doorway & { readonly files: readonly string[] }> {
  const found = new Map<string, Doorway & { files: string[] }>();
  for (const file of files) {
    for (const { file: imported } of file.imports) {
      if (imported === null) continue;
      const [from, to] = [roomOf(file.path), roomOf(imported)];
      if (from === to) continue;
      const name = `${from} → ${to}`;
      const known = found.get(name) ?? { from, to, files: [] };
      known.files.push(file.path);
      found.set(name, known);
    }
  }
  return found;
}

/** The imports of rooms that go against the order of their folder. */
export function againstTheOrder(files: readonly SourceFile[]): readonly string[] {
  const found: string[] = [];
  for (const [name, { from, to }] of doorways(files)) {
    const [folder = "", room] = from.split("/");
    const [otherFolder, other] = to.split("/");
    const order = roomOrders[folder];
    if (order === undefined || folder !== otherFolder) continue;
    if (levelOf(order, room) <= levelOf(order, other)) found.push(name);
  }
  return found.sort();
}

/** What the order does not name (files directly in the folder) stands above all. */
function levelOf(order: readonly (readonly string[])[], room: string | undefined): number {
  const at = order.findIndex((rooms) => room !== undefined && rooms.includes(room));
  return at < 0 ? order.length : at;
}

/** Rooms that import each other, also by way of others: each group once. */
export function circlesOfRooms(files: readonly SourceFile[]): readonly string[] {
  const next = new Map<string, Set<string>>();
  for (const { from, to } of doorways(files).values()) next.set(from, (next.get(from) ?? new Set()).add(to));
  const reached = (start: string) => {
    const seen = new Set<string>();
    const open = [start];
    for (let room = open.pop(); room !== undefined; room = open.pop()) {
      for (const one of next.get(room) ?? []) if (!seen.has(one)) open.push(one) && seen.add(one);
    }
    return seen;
  };
  const reach = new Map([...next.keys()].map((room) => [room, reached(room)]));
  const circles = new Set<string>();
  for (const [room, rooms] of reach) {
    const circle = [...rooms].filter((one) => reach.get(one)?.has(room));
    if (rooms.has(room)) circles.add(circle.sort().join(" ↔ "));
  }
  return [...circles].sort();
}
