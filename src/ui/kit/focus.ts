/** Where the keyboard's focus is, as the editor's keys need to know it. */

const wordless = new Set(["button", "checkbox", "radio", "range", "file", "submit", "reset", "color", "image"]);

/** The element that an event began at, inside a shadow root too (the code editor has one). */
export function originOf(event: Event): Element | null {
  const first = event.composedPath()[0];
  return first instanceof Element ? first : null;
}

/** True in a field that takes text: there Ctrl+Z, Delete and the clipboard are its own. */
export function isTextControl(element: Element | null): boolean {
  if (element instanceof HTMLInputElement) return !wordless.has(element.type);
  if (element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement) return true;
  return element instanceof HTMLElement && element.isContentEditable;
}

/** True in the inspector and the bottom panel, whose keys are not the canvas'. */
export function isPanel(element: Element | null): boolean {
  return element?.closest(".sw-area-right, .sw-area-bottom") != null;
}

/** True while a dialog is open over the page. */
export function hasDialog(): boolean {
  return document.querySelector("dialog[open], [role=dialog][aria-modal=true]") !== null;
}

/** True when the person has marked text on the page, which is then what copy means. */
export function hasMarkedText(): boolean {
  const selection = document.getSelection();
  return selection !== null && !selection.isCollapsed && selection.toString().trim() !== "";
}

/** Leaves the control that has the focus, inside a shadow root too: what was typed there counts. */
export function leaveControl(): void {
  let focused = document.activeElement;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  if (focused instanceof HTMLElement && isTextControl(focused)) focused.blur();
}
