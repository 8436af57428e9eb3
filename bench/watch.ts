/**
 * What runs inside the page: when it got the text, when its canvas last changed, how long its frames took.
 * Written as one function, because it is handed to Chromium as text.
 */
export interface Watch {
  /** Starts looking at the canvas at each frame. */
  readonly begin: (canvas: string, step: string) => void;
  /** Marks the moment at which the page got the text, for a page that is handed it directly. */
  readonly mark: () => void;
  /** Milliseconds from the text to the last change of what is painted; null until it has stood still for a while. */
  readonly painted: (quiet: number) => { readonly ms: number; readonly steps: number } | null;
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
  let seen = "";
  let steps = 0;
  let changed = 0;
  let frames: number[] | null = null;

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

  /** What is painted, in short: the steps that show, the paths of the edges, the place of it all. */
  function summarise(canvas: Element, step: string): string {
    steps = 0;
    for (const element of canvas.querySelectorAll<HTMLElement>(step)) {
      if (element.style.visibility !== "hidden") steps += 1;
    }
    let length = 0;
    const paths = canvas.querySelectorAll("path");
    for (const path of paths) length += path.getAttribute("d")?.length ?? 0;
    const viewport = canvas.querySelector<HTMLElement>(".react-flow__viewport")?.style.transform ?? "";
    return `${steps} ${paths.length} ${length} ${viewport}`;
  }

  function look(canvas: string, step: string): void {
    const element = document.querySelector(canvas);
    const now = element === null ? "" : summarise(element, step);
    if (now !== seen) {
      seen = now;
      // After this frame has been painted: a message is handled when the frame is done.
      const channel = new MessageChannel();
      channel.port1.onmessage = () => {
        changed = performance.now();
        channel.port1.close();
      };
      channel.port2.postMessage(null);
    }
    requestAnimationFrame(() => look(canvas, step));
  }

  window.benchWatch = {
    begin: (canvas, step) => {
      given = null;
      changed = 0;
      seen = "";
      look(canvas, step);
    },
    mark: () => {
      given = performance.now();
    },
    painted: (quiet) => {
      if (given === null || steps === 0 || changed <= given || performance.now() - changed < quiet) return null;
      return { ms: changed - given, steps };
    },
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
