interface Steering {
  readonly move: (byX: number, byY: number) => void;
  /** At a point from the picture's corner, in pixels of the screen. */
  readonly zoom: (by: number, atX: number, atY: number) => void;
  readonly press: (target: Element) => void;
  /** False where the key means nothing. */
  readonly key: (name: string) => boolean;
}

/** A finger or the mouse moves less than this and means to press. */
const still = 4;

/** Drag to move, wheel or two fingers to zoom, press to select, and the keys. */
export function steer(svg: SVGSVGElement, { move, zoom, press, key }: Steering): void {
  const held = new Map<number, { readonly x: number; readonly y: number }>();
  let way = 0;

  svg.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    if (held.size === 0) way = 0;
    held.set(event.pointerId, { x: event.clientX, y: event.clientY });
  });
  svg.addEventListener("pointermove", (event) => {
    const last = held.get(event.pointerId);
    if (last === undefined) return;
    const now = { x: event.clientX, y: event.clientY };
    const [byX, byY] = [now.x - last.x, now.y - last.y];
    way += Math.hypot(byX, byY);
    if (way < still) return;
    svg.setPointerCapture(event.pointerId);
    const other = [...held].find(([id]) => id !== event.pointerId)?.[1];
    held.set(event.pointerId, now);
    if (other === undefined) return move(byX, byY);
    const { left, top } = svg.getBoundingClientRect();
    const apart = (point: { x: number; y: number }) => Math.max(Math.hypot(point.x - other.x, point.y - other.y), 1);
    zoom(apart(now) / apart(last), (now.x + other.x) / 2 - left, (now.y + other.y) / 2 - top);
  });
  const letGo = (event: PointerEvent) => {
    if (held.delete(event.pointerId) && event.type === "pointerup" && way < still && event.target instanceof Element)
      press(event.target);
  };
  svg.addEventListener("pointerup", letGo);
  svg.addEventListener("pointercancel", letGo);
  svg.addEventListener(
    "wheel",
    (event) => {
      event.preventDefault();
      const { left, top } = svg.getBoundingClientRect();
      const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1;
      const by = Math.exp(-Math.max(-240, Math.min(240, event.deltaY * lines)) * (event.ctrlKey ? 0.01 : 0.002));
      zoom(by, event.clientX - left, event.clientY - top);
    },
    { passive: false },
  );
  svg.addEventListener("keydown", (event) => {
    if (!event.ctrlKey && !event.metaKey && !event.altKey && key(event.key)) event.preventDefault();
  });
}
