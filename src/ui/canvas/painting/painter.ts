/**
 * Keeps a bitmap of everything that lies on the canvas below its elements. It is drawn once the view rests, with half a viewport around
 * it; while the view moves the finished bitmap is shifted and scaled. What is dragged is drawn on a second sheet, at each frame.
 */
import type { useStoreApi } from "reactflow";
import { lineFlows } from "../../../editor/session/selectors";
import type { Position } from "../../../pipeline/definition/document";
import { common, type Rect } from "../../../pipeline/layout/rect";
import { drawnBounds } from "../../../pipeline/layout/route";
import { onThemeChange } from "../../kit/theme";
import type { Light } from "../canvasStore";
import type { CanvasKit } from "../kit";
import { sameKeys } from "../sameKeys";
import { covers, pixelsOf, placeIn, regionOf, sizeOf, type Viewed } from "./bitmap";
import { type Brush, countedBelow } from "./brush";
import { changedPlaces } from "./changes";
import { counts, loadCounts } from "./counts/loadCounts";
import { aroundPart, drawScene, type LeftOut, litPart, partIn, partOf } from "./drawScene";
import { readInk } from "./ink";
import type { Picture } from "./picture";

interface Sheets {
  /** What stands. */
  readonly still: HTMLCanvasElement;
  /** What of it is lit, above the veil that fades all else. */
  readonly lit: HTMLCanvasElement;
  /** What is dragged. */
  readonly moving: HTMLCanvasElement;
}

interface Drawn {
  readonly view: Viewed;
  readonly picture: Picture;
  readonly leftOut: LeftOut;
  readonly ratio: number;
  readonly words: boolean;
}

/** So few steps are drawn with their words at any time: nothing of them flickers. */
const few = 150;
const noLines: Picture["lit"] = new Set();
const nothing: LeftOut = { keys: new Set(), wiresToo: true };

/** Starts; the returned function ends it. */
export function startPainting(
  kit: CanvasKit,
  flow: ReturnType<typeof useStoreApi>,
  { still, lit, moving }: Sheets,
): () => void {
  const { editor, canvas, cards } = kit;
  let ink = readInk(still.parentElement ?? document.body);
  let drawn: Drawn | null = null;
  let litNow: Light | null = null;
  let litFrom: Position = { x: 0, y: 0 };
  let carried = nothing.keys;
  let met: readonly string[] = [];
  let frame = 0;

  const viewNow = (): Viewed => {
    const { transform, width, height } = flow.getState();
    return { x: transform[0], y: transform[1], zoom: transform[2], width, height };
  };
  let bounds: {
    readonly lines: Picture["lines"];
    readonly scene: Picture["scene"];
    readonly rect: Rect | null;
  } | null = null;
  const boundsNow = () => {
    const { scene, lines, drag } = canvas.getState();
    // What stands does not change while something is dragged.
    if (drag !== null && bounds !== null) return bounds.rect;
    if (bounds?.scene !== scene || bounds.lines !== lines) bounds = { scene, lines, rect: drawnBounds(scene, lines) };
    return bounds.rect;
  };
  const pictureNow = (): Picture => {
    const { scene, lines, labels, held, found, highlighted, cycle } = canvas.getState();
    const state = editor.store.getState();
    return {
      scene,
      groups: state.document.groups,
      lines,
      faces: cards.faces.all(),
      runs: cards.runs.all(),
      problems: cards.problems.all(),
      selected: new Set(held ?? state.selection.steps),
      labels,
      found,
      highlighted,
      cycle,
      flows: lineFlows(state),
      comparison: state.comparison,
      lit: noLines,
    };
  };

  const brushFor = (sheet: HTMLCanvasElement, zoom: number, words: boolean): Brush | null => {
    const context = sheet.getContext("2d");
    return context === null ? null : { context, ink, zoom, words };
  };

  /** Draws what stands anew: all of it, or a few places of it. */
  const paintStill = (picture: Picture, leftOut: LeftOut, changed: readonly Rect[] | null, words: boolean) => {
    const view = changed === null || drawn === null ? viewNow() : drawn.view;
    const ratio = window.devicePixelRatio;
    const { width, height, left, top } = sizeOf(view);
    const brush = brushFor(still, view.zoom, words);
    if (brush === null || width === 0 || height === 0) return;
    const { context } = brush;
    if (changed === null) resize(still, width, height, ratio);
    const scale = ratio * view.zoom;
    /** Draws within some pixels of the bitmap; in all of it where none are named. */
    const within = (clipped: readonly Rect[] | null, draw: () => void) => {
      context.save();
      context.setTransform(1, 0, 0, 1, 0, 0);
      context.beginPath();
      for (const { x, y, width: across, height: down } of clipped ?? []) context.rect(x, y, across, down);
      if (clipped !== null) context.clip();
      context.setTransform(scale, 0, 0, scale, ratio * (view.x + left), ratio * (view.y + top));
      draw();
      context.restore();
    };
    const whole = regionOf(view);
    const places = changed?.map((place) => ({ place, pixels: pixelsOf(view, place, ratio) })) ?? [
      { place: whole, pixels: null },
    ];
    for (const { place, pixels } of places) {
      within(pixels && [pixels], () => {
        // A little more than the place: its pixels are whole ones.
        const more = 2 / scale;
        if (pixels !== null)
          context.clearRect(place.x - more, place.y - more, place.width + 2 * more, place.height + 2 * more);
        drawScene(brush, picture, partIn(picture, place, leftOut, view.zoom));
      });
    }
    // Counts of steps lie over all of it: they are drawn once, not for each place.
    if (words && view.zoom < countedBelow)
      within(changed && places.flatMap(({ pixels }) => pixels ?? []), () => drawCounts(brush, picture));
    drawn = { view, picture, leftOut, ratio, words: words && (changed === null || drawn?.words !== false) };
  };

  /** The code for it comes when one is first so far away. */
  const drawCounts = (brush: Brush, picture: Picture) => {
    if (counts === null) void loadCounts().then(paintAnew);
    else counts.drawCounts(brush, picture);
  };

  /** What is lit, drawn once more for the view of the bitmap: what stands is not drawn anew for a step that is pointed at. */
  const paintLit = (picture: Picture, light: Light | null) => {
    litNow = light;
    if (light === null || drawn === null) return void (lit.width > 1 && resize(lit, 0, 0, 1));
    const { view, ratio, words } = drawn;
    const brush = brushFor(lit, view.zoom, words);
    if (brush === null) return;
    const region = regionOf(view);
    const part = litPart(picture, region, light, view.zoom);
    const shown = common(aroundPart(part, view.zoom), region);
    // Whole pixels of the bitmap, so that the one lies on the other.
    litFrom = { x: Math.floor((shown.x - region.x) * view.zoom), y: Math.floor((shown.y - region.y) * view.zoom) };
    resize(lit, Math.ceil(shown.width * view.zoom) + 1, Math.ceil(shown.height * view.zoom) + 1, ratio);
    const scale = ratio * view.zoom;
    const { left, top } = sizeOf(view);
    const [across, down] = [view.x + left - litFrom.x, view.y + top - litFrom.y];
    brush.context.setTransform(scale, 0, 0, scale, ratio * across, ratio * down);
    drawScene(brush, { ...picture, lit: light.lines }, part);
  };

  const paintMoving = (picture: Picture) => {
    const view = viewNow();
    const brush = brushFor(moving, view.zoom, carried.size < 100);
    if (brush === null) return;
    const ratio = window.devicePixelRatio;
    resize(moving, view.width, view.height, ratio);
    if (carried.size === 0) return;
    const scale = ratio * view.zoom;
    brush.context.setTransform(scale, 0, 0, scale, ratio * view.x, ratio * view.y);
    const { far, elements } = canvas.getState();
    const part = partOf(picture, carried, met);
    // Near, what is an element draws itself.
    drawScene(brush, picture, { ...part, cards: part.cards.filter(({ key }) => far || !elements.has(key)) });
  };

  /** What the bitmap leaves out: what is dragged, and near, while a wire is drawn, the elements, which fade where it may not go. */
  const leftOutNow = (): LeftOut => {
    const { drag, dragging, wire, far, elements } = canvas.getState();
    if (drag !== null) return { keys: dragging?.moving ?? new Set(drag.keys()), wiresToo: true };
    return wire !== null && !far ? { keys: elements, wiresToo: false } : nothing;
  };

  const paint = () => {
    frame = 0;
    const picture = pictureNow();
    const view = viewNow();
    const { drag, moving: isMoving, painted, light } = canvas.getState();
    const leftOut = leftOutNow();
    const isCarried = drag !== null;
    if (isCarried ? !sameKeys(carried, leftOut.keys) : carried.size > 0) {
      carried = isCarried ? leftOut.keys : nothing.keys;
      met = [...picture.lines.values()]
        .filter(({ line }) => carried.has(line.from) || carried.has(line.to))
        .map(({ id }) => id);
    }
    const places = whatToPaint(picture, view, leftOut, isMoving, isCarried);
    if (places !== "nothing")
      paintStill(picture, leftOut, places === "all" ? null : places, !isMoving || picture.scene.cards.size <= few);
    if (places !== "nothing" || light !== litNow) paintLit(picture, light);
    place();
    if (isCarried || moving.width > 1) paintMoving(picture);
    if (!isCarried && moving.width > 1) resize(moving, 0, 0, 1);
    if (!painted) canvas.setState({ painted: true });
  };

  const whatToPaint = (
    picture: Picture,
    view: Viewed,
    leftOut: LeftOut,
    isMoving: boolean,
    isCarried: boolean,
  ): "nothing" | "all" | readonly Rect[] => {
    if (drawn === null || drawn.ratio !== window.devicePixelRatio) return "all";
    if (!covers(drawn.view, view, boundsNow())) return "all";
    if (!isMoving && (!drawn.words || !sameView(drawn.view, view))) return "all";
    if (isCarried && sameKeys(drawn.leftOut.keys, leftOut.keys)) return "nothing";
    const changed = changedPlaces(drawn, { picture, leftOut }, drawn.view.zoom);
    if (changed === null || isMostOf(changed, regionOf(drawn.view))) return "all";
    return changed.length === 0 ? "nothing" : changed;
  };

  /** Puts the bitmap where the view wants it. */
  const place = () => {
    if (drawn === null) return;
    const { x, y, scale } = placeIn(drawn.view, viewNow());
    still.style.transform = `translate(${x}px, ${y}px) scale(${scale})`;
    if (litNow !== null)
      lit.style.transform = `translate(${x + litFrom.x * scale}px, ${y + litFrom.y * scale}px) scale(${scale})`;
  };

  const soon = () => {
    if (frame === 0) frame = requestAnimationFrame(paint);
  };
  const paintAnew = () => {
    drawn = null;
    soon();
  };
  const stops = [
    flow.subscribe((state, before) => {
      if (state.transform !== before.transform) place();
      const isResized = state.width !== before.width || state.height !== before.height;
      if (isResized) soon();
      else if (state.transform !== before.transform && needsFrame()) soon();
    }),
    canvas.subscribe((state, before) => {
      const same =
        state.scene === before.scene &&
        state.lines === before.lines &&
        state.labels === before.labels &&
        state.held === before.held &&
        state.highlighted === before.highlighted &&
        state.found === before.found &&
        state.cycle === before.cycle &&
        state.light === before.light &&
        state.drag === before.drag &&
        state.moving === before.moving &&
        (state.wire === null) === (before.wire === null);
      if (!same) soon();
    }),
    editor.store.subscribe((state, before) => {
      const same =
        state.selection === before.selection &&
        state.simulation === before.simulation &&
        state.document === before.document &&
        state.reading === before.reading &&
        state.models === before.models &&
        state.run === before.run;
      if (!same) soon();
    }),
    watchRatio(soon),
    onThemeChange(() => {
      ink = readInk(still.parentElement ?? document.body);
      paintAnew();
    }),
  ];
  const needsFrame = () => drawn === null || carried.size > 0 || !covers(drawn.view, viewNow(), boundsNow());
  void document.fonts.ready.then(paintAnew);
  soon();
  return () => {
    cancelAnimationFrame(frame);
    for (const stop of stops) stop();
  };
}

/** True of places that would together take about as long as all of it: what lies in two of them is drawn twice. */
function isMostOf(places: readonly Rect[], region: Rect): boolean {
  const area = places.reduce((sum, place) => {
    const { width, height } = common(place, region);
    return sum + width * height;
  }, 0);
  return area > 0.4 * region.width * region.height;
}

/** Setting a canvas' size clears it. */
function resize(sheet: HTMLCanvasElement, width: number, height: number, ratio: number): void {
  const [across, down] = [Math.round(width * ratio), Math.round(height * ratio)];
  if (sheet.width === across && sheet.height === down) {
    const context = sheet.getContext("2d");
    context?.setTransform(1, 0, 0, 1, 0, 0);
    context?.clearRect(0, 0, across, down);
    return;
  }
  sheet.width = across;
  sheet.height = down;
  sheet.style.width = `${width}px`;
  sheet.style.height = `${height}px`;
}

function sameView(left: Viewed, right: Viewed): boolean {
  return left.x === right.x && left.y === right.y && left.zoom === right.zoom && left.width === right.width;
}

/** A window that is dragged to another screen has other pixels. */
function watchRatio(changed: () => void): () => void {
  let query = window.matchMedia(`(resolution: ${window.devicePixelRatio}dppx)`);
  const follow = () => {
    query.removeEventListener("change", follow);
    query = window.matchMedia(`(resolution: ${window.devicePixelRatio}dppx)`);
    query.addEventListener("change", follow);
    changed();
  };
  query.addEventListener("change", follow);
  return () => query.removeEventListener("change", follow);
}
