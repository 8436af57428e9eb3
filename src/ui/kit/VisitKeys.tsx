import type { KeyboardEvent, ReactNode } from "react";
import type { Visit } from "../../editor/session/visit";

interface Props {
  readonly visit: Pick<Visit<never>, "commit" | "cancel">;
  /** False where Enter makes a new line; then Ctrl or Cmd with Enter ends the visit. */
  readonly enterCommits?: boolean;
  /** Done on Escape beside taking the edits back. */
  readonly onCancel?: () => void;
  readonly children: ReactNode;
}

/** Enter ends the visit to a control, Escape takes back what was typed since it began. */
export function VisitKeys({ visit, enterCommits = true, onCancel, children }: Props) {
  // Escape is caught on the way down: a suggestion box would empty itself by it.
  const cancel = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    const listIsOpen = event.target instanceof Element && event.target.getAttribute("aria-expanded") === "true";
    const tookBack = visit.cancel();
    onCancel?.();
    if (!listIsOpen && (tookBack || event.target instanceof HTMLInputElement)) {
      event.preventDefault();
      event.stopPropagation();
    }
  };
  const commit = (event: KeyboardEvent) => {
    if (event.key === "Enter" && (enterCommits || event.ctrlKey || event.metaKey)) visit.commit();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: listens to the control inside; nothing of its own
    <div onKeyDownCapture={cancel} onKeyDown={commit}>
      {children}
    </div>
  );
}
