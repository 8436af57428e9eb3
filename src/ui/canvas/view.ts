/** The window onto the canvas: what is in view, and moving there. Bounds come from the scene, never from what is rendered. */
import type { ReactFlowInstance, useStoreApi } from "reactflow";
import type { Position } from "../../pipeline/definition/document";
import type { Rect } from "../../pipeline/layout/rect";

export const zoomLimits = { least: 0.01, most: 2 } as const;
const readableFrom = 0.6;

export interface View {
  readonly toCanvas: (client: Position) => Position;
  readonly zoom: () => number;
  readonly inView: () => Rect;
  /** The canvas on the screen. */
  readonly surface: () => Rect;
  readonly panBy: (across: number, down: number) => void;
  /** The canvas grew or shrank by so much: what was in the middle stays there, and what the view is on its way to is aimed at anew. */
  readonly resized: (across: number, down: number) => void;
  /** The pixels that the steps have when all of them are shown: without margins, tools and map. */
  readonly room: () => { readonly width: number; readonly height: number };
  /**
   * Shows all; of few steps (`readable`) their beginning instead, where all of them would be too small to read. `near`: no nearer than
   * they are seen already.
   */
  readonly fit: (
    bounds: Rect | null,
    how?: { readonly at?: "once"; readonly readable?: boolean; readonly near?: boolean },
  ) => void;
  /** Brings a rectangle into view, near enough to be read, if it is not there already. */
  readonly show: (rect: Rect, how?: "to be read" | "where it is seen") => void;
  readonly zoomTo: (scale: number) => void;
  readonly zoomIn: () => void;
  readonly zoomOut: () => void;
}

const margin = 40;
/** What the tools at the lower left take, and the map at the lower right. */
const tools = { height: 44 };
const map = { width: 162, height: 106 };

/** The parts of the canvas that nothing lies over: above the map, or beside it. */
function freeRooms({ width, height }: Rect): readonly [Rect, Rect] {
  const across = Math.max(width - 2 * margin, 80);
  const down = Math.max(height - 2 * margin, 80);
  return [
    { x: margin, y: margin, width: across, height: Math.max(down - map.height, 80) },
    { x: margin, y: margin, width: Math.max(across - map.width, 80), height: Math.max(down - tools.height, 80) },
  ];
}

/** The part in which all can be seen the nearest. */
function roomFor(bounds: Rect, surface: Rect): { readonly room: Rect; readonly zoom: number } {
  const [above, beside] = freeRooms(surface).map((room) => {
    const zoom = Math.min(1, room.width / Math.max(bounds.width, 1), room.height / Math.max(bounds.height, 1));
    return { room, zoom };
  }) as [{ room: Rect; zoom: number }, { room: Rect; zoom: number }];
  return beside.zoom > above.zoom ? beside : above;
}

/** True for who asked the system for less movement. */
export const calm = () => window.matchMedia("(prefers-reduced-motion: reduce)").matches;
const duration = () => (calm() ? 0 : 220);

export function createView(flow: ReactFlowInstance<never>, store: ReturnType<typeof useStoreApi>): View {
  const surface = (): Rect => {
    const box = store.getState().domNode?.getBoundingClientRect();
    const { width, height } = store.getState();
    return { x: box?.x ?? 0, y: box?.y ?? 0, width, height };
  };
  const inView = (): Rect => {
    const { transform, width, height } = store.getState();
    const [x, y, zoom] = transform;
    return { x: -x / zoom, y: -y / zoom, width: width / zoom, height: height / zoom };
  };
  const whole = (): Rect => {
    const { width, height } = store.getState();
    return { x: 0, y: 0, width, height };
  };
  /** A view on its way, and how to aim once more: moving it otherwise would end its way. */
  let underway: { readonly aim: () => void; readonly until: number } | null = null;
  const onItsWay = (aim: () => void) => {
    underway = { aim, until: performance.now() + duration() };
    aim();
  };
  const centre = ({ x, y, width, height }: Rect, zoom: number, slow: boolean, on = whole()) => {
    const viewport = {
      x: on.x + on.width / 2 - (x + width / 2) * zoom,
      y: on.y + on.height / 2 - (y + height / 2) * zoom,
      zoom,
    };
    flow.setViewport(viewport, { duration: slow ? duration() : 0 });
  };
  const panBy = (across: number, down: number) => void store.getState().panBy({ x: across, y: down });
  const fit: View["fit"] = (bounds, { at, readable = false, near = false } = {}) => {
    if (bounds === null) return;
    const now = store.getState().transform[2];
    const most = near && now >= readableFrom ? now : 1;
    const aim = () => {
      const { room, zoom: all } = roomFor(bounds, whole());
      const zoom = Math.max(readable ? readableFrom : zoomLimits.least, Math.min(most, all));
      const shown = {
        width: Math.min(bounds.width, room.width / zoom),
        height: Math.min(bounds.height, room.height / zoom),
      };
      centre({ x: bounds.x, y: bounds.y, ...shown }, zoom, at !== "once", room);
    };
    if (at === "once") aim();
    else onItsWay(aim);
  };
  return {
    toCanvas: (client) => flow.screenToFlowPosition(client, { snapToGrid: false }),
    zoom: () => store.getState().transform[2],
    inView,
    surface,
    panBy,
    resized(across, down) {
      if (underway !== null && performance.now() < underway.until) onItsWay(underway.aim);
      else panBy(across / 2, down / 2);
    },
    room: () => freeRooms(whole())[0],
    fit,
    show(rect, how = "to be read") {
      const zoom = store.getState().transform[2];
      const seen = inView();
      const margin = 24 / zoom;
      const inside =
        rect.x >= seen.x + margin &&
        rect.y >= seen.y + margin &&
        rect.x + rect.width <= seen.x + seen.width - margin &&
        rect.y + rect.height <= seen.y + seen.height - margin;
      if (how === "where it is seen") {
        if (!inside) onItsWay(() => centre(rect, zoom, true));
      } else if (!inside || zoom < readableFrom) {
        onItsWay(() => centre(rect, Math.min(1.2, Math.max(0.8, zoom)), true));
      }
    },
    zoomTo: (scale) => void flow.zoomTo(scale, { duration: duration() }),
    zoomIn: () => void flow.zoomIn({ duration: duration() }),
    zoomOut: () => void flow.zoomOut({ duration: duration() }),
  };
}
