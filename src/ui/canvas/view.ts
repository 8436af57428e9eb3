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
  /** Shows all; a first view of few steps (`readable`) shows their beginning instead, where all of them would be too small to read. */
  readonly fit: (bounds: Rect | null, how?: { readonly at?: "once"; readonly readable?: boolean }) => void;
  /** Brings a rectangle into view, near enough to be read, if it is not there already. */
  readonly show: (rect: Rect) => void;
  readonly zoomIn: () => void;
  readonly zoomOut: () => void;
}

const calm = () => window.matchMedia("(prefers-reduced-motion: reduce)").matches;
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
  const centre = ({ x, y, width, height }: Rect, zoom: number, slow: boolean) => {
    const { width: across, height: down } = store.getState();
    const viewport = {
      x: across / 2 - (x + width / 2) * zoom,
      y: down / 2 - (y + height / 2) * zoom,
      zoom,
    };
    flow.setViewport(viewport, { duration: slow ? duration() : 0 });
  };
  return {
    toCanvas: (client) => flow.screenToFlowPosition(client, { snapToGrid: false }),
    zoom: () => store.getState().transform[2],
    inView,
    surface,
    panBy: (across, down) => void store.getState().panBy({ x: across, y: down }),
    fit(bounds, { at, readable = false } = {}) {
      if (bounds === null) return;
      const { width, height } = store.getState();
      const room = { x: Math.max(width - 96, 80), y: Math.max(height - 128, 80) };
      const wanted = Math.min(1, room.x / Math.max(bounds.width, 1), room.y / Math.max(bounds.height, 1));
      const zoom = Math.max(readable ? readableFrom : zoomLimits.least, wanted);
      const shown = { width: Math.min(bounds.width, room.x / zoom), height: Math.min(bounds.height, room.y / zoom) };
      const y = bounds.y + (bounds.height - shown.height) / 2;
      centre({ x: bounds.x, y, ...shown }, zoom, at !== "once");
    },
    show(rect) {
      const zoom = store.getState().transform[2];
      const seen = inView();
      const margin = 24 / zoom;
      const inside =
        rect.x >= seen.x + margin &&
        rect.y >= seen.y + margin &&
        rect.x + rect.width <= seen.x + seen.width - margin &&
        rect.y + rect.height <= seen.y + seen.height - margin;
      if (!inside || zoom < 0.6) centre(rect, Math.min(1.2, Math.max(0.8, zoom)), true);
    },
    zoomIn: () => void flow.zoomIn({ duration: duration() }),
    zoomOut: () => void flow.zoomOut({ duration: duration() }),
  };
}
