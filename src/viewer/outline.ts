import { button, element } from "./element";
import type { Told } from "./told";

interface Outline {
  readonly mark: (step: number | null) => void;
}

/** The steps as a list, in their order and their containers, and a field to find one. */
export function openOutline(host: HTMLElement, { steps }: Told, show: (step: number | null) => void): Outline {
  const rows = steps.map(({ key, type, colour, depth, problems }, index) => {
    const label = element("span", { class: "name" }, key);
    const dot = element("span", { class: "dot", "aria-hidden": "true" });
    dot.style.background = colour;
    const press = button(dot, { class: "row", title: `${key}, ${type}` }, () => show(index));
    press.append(label);
    press.style.paddingInlineStart = `${10 + 14 * Math.min(depth, 6)}px`;
    const worst = problems.some(({ severity }) => severity === "error") ? "error" : problems[0]?.severity;
    if (worst !== undefined) {
      const many = problems.length === 1 ? "1 problem" : `${problems.length} problems`;
      press.append(element("span", { class: `count ${worst}`, title: many }, String(problems.length)));
    }
    return { key: key.toLowerCase(), press, row: element("li", {}, press) };
  });
  const field = element("input", { type: "search", placeholder: "Find a step", "aria-label": "Find a step" });
  const none = element("p", { class: "none", role: "status" });
  field.addEventListener("input", () => {
    const wanted = field.value.trim().toLowerCase();
    for (const { key, row } of rows) row.hidden = !key.includes(wanted);
    none.textContent = rows.every(({ row }) => row.hidden) && wanted !== "" ? "No step is called that." : "";
  });
  const whole = button("The whole pipeline", { class: "row whole" }, () => show(null));
  host.append(field, whole, element("ul", {}, ...rows.map(({ row }) => row)), none);
  const mark = (step: number | null) => {
    for (const [index, { press }] of rows.entries()) current(press, index === step);
    current(whole, step === null);
    if (step !== null) rows[step]?.press.scrollIntoView({ block: "nearest" });
  };
  return { mark };
}

function current(press: HTMLElement, isIt: boolean): void {
  if (isIt) press.setAttribute("aria-current", "true");
  else press.removeAttribute("aria-current");
}
