import { button, found } from "./element";
import { steer } from "./steer";
import { type Area, centred, fitted, moved, type View, zoomed } from "./view";
import { middleOf, nextStep } from "./walk";

interface Picture {
  readonly mark: (step: number | null) => void;
  /** Brings a step into view, so near that it can be read. */
  readonly reveal: (step: number) => void;
}

/** The picture as a list of steps that can be walked, moved and seen from near and far. */
export function openPicture(svg: SVGSVGElement, select: (step: number | null) => void): Picture {
  const host = found("#picture", HTMLElement);
  const { x, y, width, height } = svg.viewBox.baseVal;
  const whole: Area = { x, y, width, height };
  const cards = [...svg.querySelectorAll<SVGGElement>("g[data-step]")];
  const middles = cards.map((card) => middleOf(card.getBBox()));
  let view: View = { x, y, zoom: 1 };
  /** Until someone has moved it the whole picture is seen, however large the window becomes. */
  let isWhole = true;
  let marked: number | null = null;

  const screen = () => ({ width: Math.max(host.clientWidth, 1), height: Math.max(host.clientHeight, 1) });
  const look = (next: View) => {
    view = next;
    isWhole = false;
    const { width, height } = screen();
    svg.setAttribute("viewBox", `${view.x} ${view.y} ${width / view.zoom} ${height / view.zoom}`);
  };
  const showAll = () => {
    look(fitted(whole, screen()));
    isWhole = true;
  };
  const near = (by: number) => {
    const { width, height } = screen();
    look(zoomed(view, by, width / 2, height / 2));
  };
  const mark = (step: number | null) => {
    marked = step;
    for (const [index, card] of cards.entries()) card.setAttribute("aria-selected", String(index === step));
    if (step === null) svg.removeAttribute("aria-activedescendant");
    else svg.setAttribute("aria-activedescendant", `step-${step}`);
  };
  const reveal = (step: number) => {
    const card = cards[step];
    if (card === undefined) return;
    const box = card.getBBox();
    const { width, height } = screen();
    const { x: left, y: top, zoom } = view;
    const isSeen =
      zoom >= 0.5 &&
      box.x >= left &&
      box.y >= top &&
      box.x + box.width <= left + width / zoom &&
      box.y + box.height <= top + height / zoom;
    if (!isSeen) look(centred(middleOf(box), Math.max(zoom, 0.8), screen()));
  };

  svg.removeAttribute("width");
  svg.removeAttribute("height");
  for (const [name, value] of Object.entries({ role: "listbox", tabindex: "0", "aria-label": "Steps, as drawn" }))
    svg.setAttribute(name, value);
  for (const [index, card] of cards.entries()) {
    card.setAttribute("role", "option");
    card.setAttribute("id", `step-${index}`);
  }
  steer(svg, {
    move: (byX, byY) => look(moved(view, byX, byY)),
    zoom: (by, atX, atY) => look(zoomed(view, by, atX, atY)),
    press: (target) => {
      const card = target.closest<SVGGElement>("g[data-step]");
      select(card === null ? null : cards.indexOf(card));
    },
    key: (name) => {
      if (name === "+" || name === "=") near(1.25);
      else if (name === "-") near(0.8);
      else if (name === "0") showAll();
      else if (name === "Escape") select(null);
      else {
        const next = nextStep(name, marked, middles);
        if (next === null) return false;
        select(next);
        reveal(next);
      }
      return true;
    },
  });
  found("#zoom", HTMLElement).append(
    button("−", { "aria-label": "Zoom out", title: "Zoom out (-)" }, () => near(0.8)),
    button("+", { "aria-label": "Zoom in", title: "Zoom in (+)" }, () => near(1.25)),
    button("Fit", { title: "The whole picture (0)" }, showAll),
  );
  // It tells the size at once as well.
  new ResizeObserver(() => (isWhole ? showAll() : look(view))).observe(host);
  return { mark, reveal };
}
