/** What the canvas knows beside the document: where things stand this moment, the wire being drawn, what is looked at. Never saved. */
import { createContext, useRef } from "react";
import { useStore } from "zustand";
import { createStore, type StoreApi } from "zustand/vanilla";
import { shallow } from "zustand/vanilla/shallow";
import type { Position } from "../../pipeline/definition/document";
import type { PortRef } from "../../pipeline/layout/portRef";
import { Replaced } from "../../pipeline/layout/replaced";
import type { RoutedLine } from "../../pipeline/layout/route";
import { emptyScene, type Scene } from "../../pipeline/layout/scene";
import type { BestWire } from "../../pipeline/wiring/offers";
import { useRequired } from "../kit/useRequired";
import type { Dragging, Drop } from "./drop/dragging";
import type { Overlay } from "./overlays/overlay";
import type { DrawnWire, OpenedField } from "./wire/drawnWire";

/** What the pointer is over. */
export type Hover = { readonly kind: "line"; readonly id: string } | { readonly kind: "port"; readonly port: PortRef };

/** What is lit; all else is faded. */
export interface Light {
  /** What is looked at, with what it holds. */
  readonly own: ReadonlySet<string>;
  readonly keys: ReadonlySet<string>;
  readonly lines: ReadonlySet<string>;
}

/** What Find has found. */
export interface Found {
  readonly steps: ReadonlySet<string>;
  readonly now: string | null;
}

export const nothingFound: Found = { steps: new Set(), now: null };

export interface CanvasState {
  /** The view is being moved: what lies on the canvas moves as one. */
  readonly moving: boolean;
  /** The view is from afar (`motion.ts`). */
  readonly far: boolean;
  /** Everything is painted below the elements: these need not draw what would lie there twice. */
  readonly painted: boolean;
  /** The steps that are elements of the page (`elements.ts`). */
  readonly elements: ReadonlySet<string>;
  /** The step under the pointer. */
  readonly under: string | null;
  readonly scene: Scene;
  /** False while the steps of a large document are measured for the first time: there is nothing to show yet. */
  readonly measured: boolean;
  /** Many steps were moved: where all stands then is being worked out. */
  readonly placing: boolean;
  readonly lines: ReadonlyMap<string, RoutedLine>;
  /** Where the steps of a running drag are; null without one. */
  readonly drag: ReadonlyMap<string, Position> | null;
  /** Where tidied steps are on their way to their places; null when they stand. */
  readonly glide: ReadonlyMap<string, Position> | null;
  /** What that drag moves; there before the first of them has moved. */
  readonly dragging: Dragging | null;
  /** What letting go would do to branches and loops. */
  readonly drop: Drop | null;
  /** Why a drop was refused, in the window's place where it was let go. */
  readonly refusal: { readonly text: string; readonly client: Position } | null;
  /** The selection while the pointer is down: the editor, and with it the inspector, hears of it when the pointer is let go. */
  readonly held: readonly string[] | null;
  readonly wire: DrawnWire | null;
  /** A step that a wire hovers over shows the fields that fit, beyond its own ports. */
  readonly opened: { readonly key: string; readonly fields: readonly OpenedField[] } | null;
  readonly hover: Hover | null;
  /** The line whose edge is selected. The edge may have others. */
  readonly line: string | null;
  /** Where the words of lines stand (`edges/keepLabels.ts`). */
  readonly labels: ReadonlyMap<string, Position>;
  /** The lines that are looked at: hovered, selected, named elsewhere (`highlights.ts`). */
  readonly highlighted: ReadonlySet<string>;
  /** The step that the pointer rests on or that has the focus by key (`looking/keepPointed.ts`). */
  readonly pointed: string | null;
  /** The steps that are marked as found, and the one that is shown of them. */
  readonly found: Found;
  /** Where the pointer rests on something to be told of, in the window. */
  readonly told: Position | null;
  /** Alt is held: the whole path is lit. */
  readonly whole: boolean;
  /** Null while nothing is faded (`looking/keepLight.ts`). */
  readonly light: Light | null;
  /** The wire that is proposed for a new step, while it shows. */
  readonly ghost: BestWire | null;
  readonly renaming: string | null;
  /** The note that is being written. */
  readonly writtenNote: string | null;
  readonly overlay: Overlay | null;
  /** The steps of the cycle that a refused wire would have closed. */
  readonly cycle: readonly string[] | null;
  /** A step that was asked for: it pulses once. */
  readonly pulse: { readonly key: string; readonly count: number } | null;
  /** Lines that came just now and draw themselves. */
  readonly fresh: ReadonlySet<string>;
  /** The step that Tab comes to first. */
  readonly tabStop: string | null;
  readonly tidying: boolean;
  /** A document without places is being laid out for the first time: nothing shows before it stands. */
  readonly arriving: boolean;
}

export type CanvasStore = StoreApi<CanvasState>;

export function createCanvasStore(arriving = false): CanvasStore {
  return createStore<CanvasState>(() => ({
    moving: false,
    far: false,
    painted: false,
    elements: new Set(),
    under: null,
    scene: emptyScene,
    measured: false,
    placing: false,
    lines: new Map(),
    drag: null,
    glide: null,
    dragging: null,
    drop: null,
    refusal: null,
    held: null,
    wire: null,
    opened: null,
    hover: null,
    line: null,
    labels: new Map(),
    highlighted: new Set(),
    pointed: null,
    told: null,
    found: nothingFound,
    whole: false,
    light: null,
    ghost: null,
    renaming: null,
    writtenNote: null,
    overlay: null,
    cycle: null,
    pulse: null,
    fresh: new Set(),
    tabStop: null,
    tidying: false,
    arriving,
  }));
}

export const CanvasStoreContext = createContext<CanvasStore | null>(null);

export const useCanvasStore = () => useRequired(CanvasStoreContext, "canvas");

/**
 * A part of the canvas's state; the component renders again only when that part changes, one level deep. A map is another one when it is
 * another object: it may hold thousands of steps.
 */
export function useCanvas<T>(selector: (state: CanvasState) => T): T {
  const last = useRef<T>(undefined);
  return useStore(useCanvasStore(), (state) => {
    const now = selector(state);
    const isSame = isMap(now) ? now === last.current : shallow(last.current, now);
    if (isSame) return last.current as T;
    last.current = now;
    return now;
  });
}

const isMap = (value: unknown) => value instanceof Map || value instanceof Replaced;
