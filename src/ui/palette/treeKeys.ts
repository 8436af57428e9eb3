/** The keys of a tree: up and down, first and last, and by the first letters of a row. Left and right are the row's own. */
import type { FocusEvent, KeyboardEvent } from "react";

function itemsOf(tree: Element): readonly HTMLElement[] {
  return [...tree.querySelectorAll<HTMLElement>("[role=treeitem]")];
}

export function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const items = itemsOf(event.currentTarget);
  const at = items.indexOf(document.activeElement as HTMLElement);
  const to = target(event.key, items, at);
  if (to === undefined) return;
  event.preventDefault();
  event.stopPropagation();
  to.focus();
}

function target(key: string, items: readonly HTMLElement[], at: number): HTMLElement | undefined {
  switch (key) {
    case "ArrowDown":
      return items[at + 1];
    case "ArrowUp":
      return items[at - 1];
    case "Home":
      return items[0];
    case "End":
      return items.at(-1);
    case "ArrowLeft":
      return parentOf(items, at);
    case "ArrowRight":
      return isBelow(items[at + 1], items[at]) ? items[at + 1] : undefined;
    default:
      return key.length === 1 && key !== " " ? byLetter(key, items, at) : undefined;
  }
}

const levelOf = (item: HTMLElement | undefined) => Number(item?.getAttribute("aria-level") ?? 0);

function isBelow(item: HTMLElement | undefined, other: HTMLElement | undefined): boolean {
  return item !== undefined && levelOf(item) > levelOf(other);
}

function parentOf(items: readonly HTMLElement[], at: number): HTMLElement | undefined {
  const level = levelOf(items[at]);
  return items.slice(0, at).findLast((item) => levelOf(item) < level);
}

function byLetter(letter: string, items: readonly HTMLElement[], at: number): HTMLElement | undefined {
  const begins = (item: HTMLElement) =>
    (item.getAttribute("aria-label") ?? "").toLowerCase().startsWith(letter.toLowerCase());
  return [...items.slice(at + 1), ...items.slice(0, at + 1)].find(begins);
}

/** Tab leaves the tree and comes back to the row that had the focus last. */
export function keepTabStop(event: FocusEvent<HTMLElement>): void {
  for (const item of event.currentTarget.querySelectorAll<HTMLElement>("[role=treeitem][tabindex='0']")) {
    item.tabIndex = -1;
  }
  if (event.target.getAttribute("role") === "treeitem") event.target.tabIndex = 0;
}
