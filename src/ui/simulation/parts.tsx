import "./parts.css";
import type { ComponentProps } from "react";

/** The head of a part of the panel: its title, and what can be done with it. */
export const PartHead = (props: ComponentProps<"div">) => <div {...props} className="sw-simulation-head" />;

/** What a part of the panel says where it has nothing to show, or why. */
export const PartNote = (props: ComponentProps<"p">) => <p {...props} className="sw-simulation-note" />;

/** Why a value is not taken, or cannot be known. */
export const Refusal = (props: ComponentProps<"span">) => <span {...props} className="sw-simulation-refusal" />;

/** Paths, each with its value below it. */
export const Values = (props: ComponentProps<"dl">) => <dl {...props} className="sw-simulation-values" />;

/** Where a value comes from. */
export const ValueSource = ({ from }: { readonly from: string | null }) =>
  from === null ? null : <span className="sw-simulation-from">{from}</span>;

/** Which way a Condition went. */
export const OutcomeWord = ({ outcome }: { readonly outcome: boolean }) => (
  <span className={`sw-simulated-outcome is-${outcome}`}>{outcome ? "True" : "False"}</span>
);
