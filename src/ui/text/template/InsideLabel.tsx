import "./InsideLabel.css";

/** The label of what stands inside a chip; without a control it is there to be seen alone. */
export function InsideLabel({ controlId, text }: { readonly controlId?: string; readonly text: string }) {
  if (controlId === undefined) {
    return (
      <div className="sw-chip-inside-label" aria-hidden="true">
        {text}
      </div>
    );
  }
  return (
    <label className="sw-chip-inside-label" htmlFor={controlId}>
      {text}
    </label>
  );
}
