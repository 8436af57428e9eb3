import "./Tour.css";
import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from "react";
import type { Rect } from "../../../pipeline/layout/rect";
import { listen } from "../../kit/listen";
import { PlainButton } from "../../kit/PlainButton";
import { tourTaken } from "./offered";
import { placeBeside } from "./placeBeside";
import { type Stop, stops } from "./stops";

/**
 * The way through the editor, in five bubbles beside what they name. The page stays as it is below them; Escape, or going anywhere else,
 * is always possible, and the focus comes back to where it was.
 */
export function Tour({ onClose }: { readonly onClose: () => void }) {
  const [at, setAt] = useState(0);
  const bubble = useRef<HTMLDivElement>(null);
  const next = useRef<HTMLButtonElement>(null);
  const stop = stops[at] as Stop;
  const { target, place } = usePlace(stop, bubble);
  const isLast = at === stops.length - 1;
  useEffect(() => {
    const before = document.activeElement;
    tourTaken();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each bubble takes the focus, and is read
  useEffect(() => next.current?.focus({ preventScroll: true }), [at]);
  const go = (by: number) => {
    if (at + by >= stops.length) onClose();
    else setAt(Math.max(0, at + by));
  };
  const key = (event: KeyboardEvent) => {
    if (event.key === "Escape") onClose();
    else if (event.key === "ArrowRight") go(isLast ? 0 : 1);
    else if (event.key === "ArrowLeft") go(-1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <>
      {target !== null && (
        <div
          className="sw-tour-ring"
          aria-hidden="true"
          style={{ left: target.x, top: target.y, width: target.width, height: target.height }}
        />
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveElementInteractions: the keys of the buttons inside */}
      <div
        ref={bubble}
        className="sw-tour"
        role="dialog"
        aria-label={`Tour, ${at + 1} of ${stops.length}`}
        aria-describedby="tour-words"
        style={{ left: place?.x ?? 0, top: place?.y ?? 0, opacity: place === null ? 0 : undefined }}
        onKeyDown={key}
      >
        <div id="tour-words">
          <h2>{stop.title}</h2>
          <p>{stop.text}</p>
        </div>
        <div className="sw-tour-foot">
          <span className="sw-tour-count">{`${at + 1} of ${stops.length}`}</span>
          {!isLast && (
            <PlainButton look="text" onClick={onClose}>
              Leave the tour
            </PlainButton>
          )}
          {at > 0 && (
            <PlainButton look="link" onClick={() => go(-1)}>
              Back
            </PlainButton>
          )}
          <button ref={next} type="button" className="sw-tour-next" onClick={() => go(1)}>
            {isLast ? "Done" : "Next"}
          </button>
        </div>
      </div>
    </>
  );
}

/** Follows what it names: panels are resized, the view moves. */
function usePlace(stop: Stop, bubble: { readonly current: HTMLElement | null }) {
  const [placed, setPlaced] = useState<{
    readonly target: Rect | null;
    readonly place: { x: number; y: number };
  } | null>(null);
  useLayoutEffect(() => {
    const follow = () => {
      const own = bubble.current?.getBoundingClientRect();
      if (own === undefined) return;
      const target = targetOf(stop);
      const room = { width: window.innerWidth, height: window.innerHeight };
      const at = target ?? { x: room.width / 2, y: room.height / 2, width: 0, height: 0 };
      const place = placeBeside(at, own, room);
      setPlaced((before) =>
        JSON.stringify(before) === JSON.stringify({ target, place }) ? before : { target, place },
      );
    };
    follow();
    const timer = setInterval(follow, 250);
    const end = listen(window, { resize: follow });
    return () => {
      clearInterval(timer);
      end();
    };
  }, [stop, bubble]);
  return { target: placed?.target ?? null, place: placed?.place ?? null };
}

/** What of the page it names, as far as it is in the window. */
function targetOf({ at }: Stop): Rect | null {
  for (const selector of at) {
    for (const element of document.querySelectorAll(selector)) {
      const { left, top, right, bottom } = element.getBoundingClientRect();
      const [x, y] = [Math.max(0, left), Math.max(0, top)];
      const rect = { x, y, width: Math.min(right, innerWidth) - x, height: Math.min(bottom, innerHeight) - y };
      if (rect.width > 8 && rect.height > 8) return rect;
    }
  }
  return null;
}
