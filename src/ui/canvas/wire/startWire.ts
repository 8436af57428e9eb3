/** Drawing a wire with the pointer: from a port until it is let go, or Escape ends it. */
import type { Position } from "../../../pipeline/definition/document";
import { hitStep } from "../../../pipeline/layout/hitTest";
import { type PortRef, spotOf } from "../../../pipeline/layout/portRef";
import type { WireEnd } from "../../../pipeline/wiring/wire";
import { followPointer } from "../followPointer";
import type { CanvasKit } from "../kit";
import type { WireOver } from "./drawnWire";
import { finishWire } from "./finishWire";
import { lookAt } from "./looks";
import { wirePointer } from "./pointer";

const threshold = 4;
/** How near a port the pointer must come, in pixels of the screen. */
const reach = 22;
const openAfter = 180;

export function startWire(kit: CanvasKit, down: PointerEvent, from: PortRef, wireEnd: WireEnd): void {
  const { editor, canvas } = kit;
  if (editor.store.getState().readOnly) return;
  const begun = { x: down.clientX, y: down.clientY };
  let drawing = false;
  let last = begun;
  const pan = edgePan(kit, () => {
    if (drawing) follow(kit, last);
  });
  const end = () => {
    pan.stop();
    endHover(kit);
  };
  followPointer(down, {
    move(client) {
      last = client;
      if (!drawing) {
        if (Math.hypot(last.x - begun.x, last.y - begun.y) < threshold) return;
        drawing = true;
        beginWire(kit, from, wireEnd);
      }
      pan.at(last);
      follow(kit, last);
    },
    up(client) {
      end();
      const over = canvas.getState().wire?.over ?? null;
      canvas.setState({ wire: null });
      if (!drawing) return;
      suppressClick();
      finishWire(kit, wireEnd, over, kit.view.toCanvas(client));
    },
    cancel(byKey) {
      end();
      canvas.setState({ wire: null });
      if (!byKey) return;
      suppressClick();
      editor.announce("No wire drawn.");
    },
  });
}

/** Shows the wire: ports light up, others dim. */
export function beginWire({ canvas }: CanvasKit, from: PortRef | null, end: WireEnd): void {
  const start = from === null ? null : spotOf(canvas.getState().scene, from);
  canvas.setState({ wire: { end, from, start, over: null }, overlay: null, hover: null });
}

/** The wire's free end is at a point of the window: what is under it? */
export function follow(kit: CanvasKit, client: Position): void {
  const { editor, canvas, view } = kit;
  const { wire } = canvas.getState();
  if (wire === null) return;
  const at = view.toCanvas(client);
  wirePointer.setState({ at, client });
  const hit = hitStep(canvas.getState().scene, wire.end, at, reach / view.zoom());
  const over = hit === null ? null : overOf(kit, wire.end, hit.key, hit.port);
  if (!sameOver(over, wire.over)) canvas.setState({ wire: { ...wire, over } });
  if (over?.key !== wire.over?.key || (over?.port === null) !== (wire.over?.port === null))
    openSoon(kit, over, editor.store.getState().document);
}

function overOf({ editor }: CanvasKit, end: WireEnd, key: string, port: PortRef | null): WireOver {
  const look = lookAt(editor.store.getState(), end, key);
  const portReason = port === null ? null : (look.ports.get(port.port)?.reason ?? null);
  return { key, port, reason: portReason ?? (port === null || !look.ports.has(port.port) ? look.refused : null) };
}

function sameOver(left: WireOver | null, right: WireOver | null): boolean {
  if (left === null || right === null) return left === right;
  return left.key === right.key && left.port?.port === right.port?.port && left.port?.side === right.port?.side;
}

let opening: ReturnType<typeof setTimeout> | undefined;

/** A step that a value hovers over opens, after a moment, to show the fields that fit and have no port. */
function openSoon({ editor, canvas }: CanvasKit, over: WireOver | null, document: unknown): void {
  clearTimeout(opening);
  const { wire, opened } = canvas.getState();
  if (opened !== null && opened.key !== over?.key) canvas.setState({ opened: null });
  if (opened !== null && opened.key === over?.key) return;
  if (over === null || over.port !== null || wire?.end.kind !== "source") return;
  const look = lookAt(editor.store.getState(), wire.end, over.key);
  if (look.refused !== null || look.more.length === 0) return;
  const { end } = wire;
  opening = setTimeout(() => {
    const now = canvas.getState().wire;
    if (now?.end !== end || now.over?.key !== over.key || editor.store.getState().document !== document) return;
    canvas.setState({ opened: { key: over.key, fields: look.more } });
  }, openAfter);
}

export function endHover({ canvas }: CanvasKit): void {
  clearTimeout(opening);
  if (canvas.getState().opened !== null) canvas.setState({ opened: null });
}

/** The click that follows a drag must not select what it ends on. */
function suppressClick(): void {
  const stop = (event: MouseEvent) => {
    event.stopPropagation();
    event.preventDefault();
  };
  window.addEventListener("click", stop, { capture: true, once: true });
  setTimeout(() => window.removeEventListener("click", stop, { capture: true }), 0);
}

/** Moves the canvas while the pointer is near its border. */
function edgePan({ view }: CanvasKit, moved: () => void) {
  const border = 44;
  let speed = { x: 0, y: 0 };
  let frame = 0;
  const tick = () => {
    frame = 0;
    if (speed.x === 0 && speed.y === 0) return;
    view.panBy(speed.x, speed.y);
    moved();
    frame = requestAnimationFrame(tick);
  };
  const share = (at: number, from: number, size: number) => {
    if (at < from + border) return Math.min(1, (from + border - at) / border) * 14;
    if (at > from + size - border) return -Math.min(1, (at - (from + size - border)) / border) * 14;
    return 0;
  };
  return {
    at({ x, y }: Position) {
      const box = view.surface();
      speed = { x: share(x, box.x, box.width), y: share(y, box.y, box.height) };
      if (frame === 0 && (speed.x !== 0 || speed.y !== 0)) frame = requestAnimationFrame(tick);
    },
    stop() {
      cancelAnimationFrame(frame);
      speed = { x: 0, y: 0 };
    },
  };
}
