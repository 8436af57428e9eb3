import "./InsideLabel.css";

/** The label of what stands inside a chip; without a control it is there to be seen alone. */
export const InsideLabel = ({ controlId, text }: { readonly controlId?: string; readonly text: string }) => (
  <label className="sw-chip-inside-label" htmlFor={controlId} aria-hidden={controlId === undefined || undefined}>
    {text}
  </label>
);
