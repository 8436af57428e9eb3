import "./OutcomeWord.css";

/** Which way a Condition went. */
export function OutcomeWord({ outcome }: { readonly outcome: boolean }) {
  return <span className={`sw-simulated-outcome is-${outcome}`}>{outcome ? "True" : "False"}</span>;
}
