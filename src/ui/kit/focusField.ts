const focusable = "input, textarea, button[aria-haspopup], [tabindex='-1'][role='group']";

/** The inspector's element of a field, found by its printed path. */
export function fieldElement(printed: string): HTMLElement | null {
  for (const element of document.querySelectorAll<HTMLElement>(".sw-inspector [data-path]")) {
    if (element.dataset.path === printed) return element;
  }
  return null;
}

/** Puts the focus on the first control of a field once it is drawn. */
export function focusFieldIn(printed: string): void {
  requestAnimationFrame(() => {
    const element = fieldElement(printed);
    element?.querySelector<HTMLElement>(focusable)?.focus();
    element?.scrollIntoView?.({ block: "nearest" });
  });
}

/** Puts the focus on what stands inside an opened chip of a field. */
export function focusInside(printed: string): void {
  requestAnimationFrame(() => {
    fieldElement(printed)?.querySelector<HTMLElement>("[data-inside] textarea, [data-inside] input")?.focus();
  });
}
