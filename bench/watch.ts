import type { Selectors } from "./subject";

/**
 * What runs inside the page: when it got the text, when its canvas changed, how long its frames took.
 * Written as one function, because it is handed to Chromium as text.
 */
export interface Watch {
  /** Starts looking at the canvas at each frame, every step of it: a cost of its own. */
  readonly begin: (find: Selectors) => void;
  /** Stops looking, so that what comes is measured without it. */
  readonly end: () => void;
  /** Marks the moment at which the page got the text, for a page that is handed it directly. */
  readonly mark: () => void;
  /** Milliseconds from the text to the first frame that shows so many steps and their edges; null before it. */
  readonly painted: (steps: number) => number | null;
  /** True once nothing has moved for so many milliseconds. */
  readonly isStill: (quiet: number) => boolean;
  /** When a canvas that takes the pointer was first there, on the page's clock; null before it. */
  readonly usableAt: () => number | null;
  readonly beginFrames: () => void;
  readonly endFrames: () => number[];
}

declare global {
  interface Window {
    benchWatch: Watch;
  }
}

export function installWatch(): void {
  let given: number | null = null;
  let usable: number | null = null;
  let seen = "";
  let changed = 0;
  /** For each number of steps that a frame with edges has shown: when it did so first. */
  let shown: { readonly steps: number; readonly at: number }[] = [];
  let frames: number[] | null = null;
  let looking = 0;
  /** The room of the smallest of the generated cards, in pixels of the canvas; most have twice as much. */
  const leastCard = 190 * 110;

  // A page gets a chosen file's text by one of these, whatever element asked for it.
  for (const name of ["text", "arrayBuffer", "stream"] as const) {
    const original = Blob.prototype[name];
    Object.defineProperty(Blob.prototype, name, {
      configurable: true,
      value: function (this: Blob) {
        given ??= performance.now();
        return Reflect.apply(original, this, []);
      },
    });
  }

  /** Runs when the frame that is being made has been painted: a message is handled after it. */
  function afterPaint(work: () => void): void {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => {
      work();
      channel.port1.close();
    };
    channel.port2.postMessage(null);
  }

  function look(find: Selectors, turn: number): void {
    if (turn !== looking) return;
    const canvas = document.querySelector(find.canvas);
    if (canvas?.querySelector(".react-flow__pane")) usable ??= performance.now();
    // What is looked at is what has just been painted, however it is drawn.
    if (canvas !== null) afterPaint(() => lookAt(canvas, find));
    requestAnimationFrame(() => look(find, turn));
  }

  /** How much of the sheets is painted on, in pixels of the page: what is clear there is not counted. */
  function inkOf(sheets: readonly HTMLCanvasElement[]): number {
    let ink = 0;
    for (const sheet of sheets) {
      const box = sheet.getBoundingClientRect();
      if (sheet.width === 0 || box.width === 0) continue;
      const small = new OffscreenCanvas(256, 256);
      const context = small.getContext("2d", { willReadFrequently: true });
      if (context === null) continue;
      context.drawImage(sheet, 0, 0, 256, 256);
      const { data } = context.getImageData(0, 0, 256, 256);
      let covered = 0;
      for (let at = 3; at < data.length; at += 4) covered += data[at] ?? 0;
      ink += (covered / 255 / 256 ** 2) * box.width * box.height;
    }
    return ink;
  }

  function lookAt(canvas: Element, find: Selectors): void {
    const now = performance.now();
    const viewportNow = canvas.querySelector<HTMLElement>(".react-flow__viewport");
    if (find.painted !== null && viewportNow !== null) lookAtSheets(canvas, find.painted, viewportNow, now);
    else lookAtElements(canvas, find, now);
  }

  /** A painted canvas shows so many steps as their cards have room in what is painted, by the smallest of them. */
  function lookAtSheets(canvas: Element, painted: string, viewport: HTMLElement, now: number): void {
    const sheets = [...canvas.querySelectorAll<HTMLCanvasElement>(painted)];
    const places = sheets.map(({ style, width, height }) => `${style.transform} ${width} ${height}`).join(" ");
    const zoom = new DOMMatrix(viewport.style.transform).a;
    const steps = Math.round(inkOf(sheets) / zoom ** 2 / leastCard);
    note(`${steps} ${places} ${viewport.style.transform}`, steps, now);
  }

  function note(what: string, steps: number, now: number): void {
    if (what === seen) return;
    seen = what;
    changed = now;
    if (steps > 0) shown.push({ steps, at: now });
  }

  function lookAtElements(canvas: Element, find: Selectors, at: number): void {
    let steps = 0;
    let first = "";
    // React Flow hides a card until it has measured it.
    for (const element of canvas.querySelectorAll<HTMLElement>(find.step)) {
      if (element.style.visibility === "hidden") continue;
      steps += 1;
      const { transform, left, top } = element.style;
      first ||= `${transform} ${left} ${top}`;
    }
    let drawn = 0;
    for (const path of canvas.querySelectorAll(find.edge)) drawn += path.getAttribute("d")?.length ?? 0;
    const viewport = canvas.querySelector<HTMLElement>(".react-flow__viewport")?.style.transform ?? "";
    note(`${steps} ${drawn} ${first} ${viewport}`, drawn > 0 ? steps : 0, at);
  }

  window.benchWatch = {
    begin: (find) => {
      given = null;
      shown = [];
      seen = "";
      looking += 1;
      look(find, looking);
    },
    end: () => {
      looking += 1;
    },
    mark: () => {
      given = performance.now();
    },
    painted: (steps) => {
      const start = given;
      if (start === null) return null;
      const first = shown.find((moment) => moment.at > start && moment.steps >= steps);
      return first ? first.at - start : null;
    },
    isStill: (quiet) => shown.length > 0 && performance.now() - changed > quiet,
    usableAt: () => usable,
    beginFrames: () => {
      const mine: number[] = [];
      frames = mine;
      let last: number | null = null;
      const tick = () => {
        if (frames !== mine) return;
        // Not the callback's own time: that is the screen's beat, whenever the callback really came.
        const now = performance.now();
        if (last !== null) mine.push(now - last);
        last = now;
        requestAnimationFrame(tick);
      };
      requestAnimationFrame(tick);
    },
    endFrames: () => {
      const taken = frames ?? [];
      frames = null;
      return taken;
    },
  };
}
