import "./dragCard.css";
import type { DragEvent } from "react";
import { parsePath } from "../../pipeline/definition/path";
import { card as measures } from "../../pipeline/layout/cardShape";
import type { StepType } from "../../pipeline/schema/stepType";

/** Puts the card that a drop would make on the pointer, by its head, where the drop puts it. */
export function dragCard(
  { currentTarget, dataTransfer }: DragEvent,
  { label, inputPorts, outputPorts }: StepType,
): void {
  const card = document.createElement("div");
  card.className = "sw-drag-card";
  card.style.width = `${measures.narrowest}px`;
  const head = card.appendChild(document.createElement("div"));
  const icon = currentTarget.querySelector("svg")?.cloneNode(true);
  head.append(...(icon === undefined ? [] : [icon]), label);
  const rows = Math.max(inputPorts.length, outputPorts.length);
  for (let row = 0; row < Math.min(rows, 4); row++) {
    const ports = card.appendChild(document.createElement("p"));
    for (const port of [inputPorts[row], outputPorts[row]]) {
      ports.appendChild(document.createElement("span")).textContent = port === undefined ? "" : lastName(port);
    }
  }
  // The browser takes its picture now, and needs it in the page for that.
  document.body.append(card);
  dataTransfer.setDragImage(card, measures.narrowest / 2, measures.handle);
  requestAnimationFrame(() => card.remove());
}

function lastName(port: string): string {
  const name = parsePath(port.replaceAll("[]", ""))?.findLast((segment) => typeof segment === "string");
  return name === undefined || name === "*" ? "" : String(name);
}
