import "./ValueSource.css";

/** Where a value comes from. */
export function ValueSource({ from }: { readonly from: string | null }) {
  return from === null ? null : <span className="sw-simulation-from">{from}</span>;
}
