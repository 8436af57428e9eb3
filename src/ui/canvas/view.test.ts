import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createView } from "./view";

interface Viewport {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

/** A canvas of this size, whose view moves at once. */
function viewOf(size: { width: number; height: number }) {
  const state = {
    domNode: null,
    ...size,
    transform: [0, 0, 1] as [number, number, number],
    panBy: ({ x, y }: { x: number; y: number }) => {
      const [left, top, zoom] = state.transform;
      state.transform = [left + x, top + y, zoom];
    },
  };
  const flow = {
    setViewport({ x, y, zoom }: Viewport) {
      state.transform = [x, y, zoom];
    },
  };
  type Made = Parameters<typeof createView>;
  const view = createView(flow as unknown as Made[0], { getState: () => state } as unknown as Made[1]);
  const resize = (to: { width: number; height: number }) => {
    const across = to.width - state.width;
    const down = to.height - state.height;
    Object.assign(state, to);
    view.resized(across, down);
  };
  return { view, resize, middle: () => middleOf(view.inView()) };
}

const middleOf = (rect: { x: number; y: number; width: number; height: number }) => ({
  x: Math.round(rect.x + rect.width / 2),
  y: Math.round(rect.y + rect.height / 2),
});

const step = { x: 3000, y: 1800, width: 220, height: 80 };

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("window", { matchMedia: () => ({ matches: false }) });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test("a step that is being brought into view arrives in the middle though a panel opens on the way", () => {
  const { view, resize, middle } = viewOf({ width: 1100, height: 800 });
  view.show(step);
  vi.advanceTimersByTime(40);
  resize({ width: 1100, height: 500 });
  expect(middle()).toEqual(middleOf(step));
  vi.advanceTimersByTime(40);
  resize({ width: 760, height: 500 });
  expect(middle()).toEqual(middleOf(step));
});

test("what was in the middle stays there when a panel opens beside a view at rest", () => {
  const { view, resize, middle } = viewOf({ width: 1100, height: 800 });
  view.show(step);
  vi.advanceTimersByTime(1_000);
  view.panBy(-400, 0);
  const before = middle();
  resize({ width: 760, height: 800 });
  expect(middle()).toEqual(before);
});

test("all steps fit the canvas that is left by a panel that opens while the view is on its way", () => {
  const { view, resize } = viewOf({ width: 1400, height: 800 });
  const bounds = { x: 0, y: 0, width: 1300, height: 300 };
  view.fit(bounds);
  resize({ width: 700, height: 800 });
  const seen = view.inView();
  expect(seen.x).toBeLessThanOrEqual(0);
  expect(seen.x + seen.width).toBeGreaterThanOrEqual(1300);
});
