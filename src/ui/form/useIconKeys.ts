import { type RefObject, useEffect } from "react";
import { listen } from "../kit/listen";

/** What stands beside the controls of a form: Cloudscape's buttons that are a sign alone (it draws some of them itself), and a chip's ×. */
const icons = "button[class*='variant-inline-icon'], .sw-chip-remove";
const control = "input, textarea, [role='combobox'], [contenteditable='true'], button[aria-haspopup]";

/**
 * Tab leads from one input of a form to the next. The signs between them are come to by Alt and ↑ from a field; the arrows lead on
 * among them, and Escape back into the field.
 */
export function useIconKeys(form: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const { current } = form;
    if (current === null) return;
    takeOut(current);
    const drawn = new MutationObserver((changes) => {
      for (const { addedNodes } of changes) for (const node of addedNodes) if (node instanceof Element) takeOut(node);
    });
    drawn.observe(current, { childList: true, subtree: true });
    const keydown = (event: KeyboardEvent) => {
      if (!(event.target instanceof HTMLElement)) return;
      const target = whereTo(event, event.target, iconsIn(current));
      if (target == null) return;
      event.preventDefault();
      event.stopPropagation();
      target.focus();
    };
    // Before the control hears of it: a list would open.
    const ended = listen(current, { keydown }, true);
    return () => {
      drawn.disconnect();
      ended();
    };
  }, [form]);
}

function iconsIn(element: Element): readonly HTMLElement[] {
  return [...element.querySelectorAll<HTMLElement>(icons)];
}

/** They are drawn as stops of Tab: Cloudscape has no say for those that it draws itself. */
function takeOut(element: Element): void {
  if (element instanceof HTMLElement && element.matches(icons)) element.tabIndex = -1;
  for (const icon of iconsIn(element)) icon.tabIndex = -1;
}

function whereTo({ key, altKey }: KeyboardEvent, from: HTMLElement, all: readonly HTMLElement[]) {
  const at = all.indexOf(from);
  if (at < 0) return altKey && key === "ArrowUp" ? iconOf(from, all) : null;
  switch (key) {
    case "ArrowRight":
    case "ArrowDown":
      return all[at + 1];
    case "ArrowLeft":
    case "ArrowUp":
      return all[at - 1];
    case "Escape":
      return from.closest("[data-path]")?.querySelector<HTMLElement>(control);
    default:
      return null;
  }
}

/** The first of the field's own; where it has none, the next one before it. */
function iconOf(from: HTMLElement, all: readonly HTMLElement[]): HTMLElement | undefined {
  const field = from.closest("[data-path]");
  const isBefore = (icon: HTMLElement) => (icon.compareDocumentPosition(from) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  return all.find((icon) => field?.contains(icon)) ?? all.findLast(isBefore);
}
