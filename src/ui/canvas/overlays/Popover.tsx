import "./Popover.css";
import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from "react";
import { useStore } from "reactflow";
import type { Position } from "../../../pipeline/definition/document";
import { useKit } from "../kit";

/** A sheet at a point of the canvas, kept inside it. Escape and a press outside close it; the focus goes back to where it was. */
export function Popover(props: {
  readonly at: Position;
  readonly label: string;
  readonly role?: "dialog" | "none";
  readonly wide?: boolean;
  readonly children: ReactNode;
}) {
  const { at, label, role = "dialog", wide = true, children } = props;
  const { canvas, view } = useKit();
  const sheet = useRef<HTMLDivElement>(null);
  const transform = useStore((state) => state.transform);
  const [size, setSize] = useState<{ width: number; height: number } | null>(null);
  useReturnFocus(sheet);
  useLayoutEffect(() => {
    const box = sheet.current;
    if (box === null) return;
    const observer = new ResizeObserver(() => setSize({ width: box.offsetWidth, height: box.offsetHeight }));
    observer.observe(box);
    setSize({ width: box.offsetWidth, height: box.offsetHeight });
    return () => observer.disconnect();
  }, []);
  useEffect(() => {
    const press = (event: PointerEvent) => {
      if (event.target instanceof Node && sheet.current?.contains(event.target) === true) return;
      canvas.setState({ overlay: null });
    };
    window.addEventListener("pointerdown", press, true);
    return () => window.removeEventListener("pointerdown", press, true);
  }, [canvas]);
  const surface = view.surface();
  const wanted = { x: at.x * transform[2] + transform[0], y: at.y * transform[2] + transform[1] };
  const left = Math.max(8, Math.min(wanted.x, surface.width - (size?.width ?? 0) - 8));
  const top = Math.max(8, Math.min(wanted.y, surface.height - (size?.height ?? 0) - 8));
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it is a dialog, or the ground of a menu
    <div
      ref={sheet}
      className={`sw-popover nokey ${wide ? "is-wide" : ""}`}
      {...(role === "none" ? { role: "presentation" } : { role, "aria-label": label })}
      style={{ left, top, opacity: size === null ? 0 : 1 }}
      onKeyDown={(event) => {
        if (event.key === "Escape") {
          event.preventDefault();
          canvas.setState({ overlay: null });
        }
        event.stopPropagation();
        if (event.key === "Tab" && role === "none") event.preventDefault();
      }}
    >
      {children}
    </div>
  );
}

function useReturnFocus(sheet: { readonly current: HTMLElement | null }): void {
  const before = useOpener();
  useEffect(() => {
    const box = sheet.current;
    return () => {
      const lost = document.activeElement === document.body || box?.contains(document.activeElement) === true;
      if (lost) focusAgain(before);
    };
  }, [sheet, before]);
}

/** What had the focus when a sheet opened: asked as it is first drawn, before what is in it takes the focus. */
export const useOpener = () => useState(() => document.activeElement)[0];

export function focusAgain(before: Element | null): void {
  if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
}
