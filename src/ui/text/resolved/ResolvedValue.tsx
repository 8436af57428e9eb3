import "./resolved.css";
import { use, useEffect } from "react";
import { useStore } from "zustand";
import { serialise } from "../../../pipeline/definition/serialise";
import type { Value } from "../../../pipeline/definition/value";
import { useWorkspace } from "../../kit/useWorkspace";

interface Props {
  /** The step in which it stands; null for a text of the pipeline itself. */
  readonly step: string | null;
  readonly expression: Value;
}

/** What an expression comes to, with the defaults of the parameters and the samples of the steps. */
export function ResolvedValue({ step, expression }: Props) {
  const { reader } = use(useWorkspace().runs.simulation());
  const { store } = reader;
  useEffect(() => reader.use(), [reader]);
  const text = useStore(store, ({ read }) => {
    const found = read(step, expression);
    return found === null ? null : typeof found.value === "string" ? found.value : serialise(found.value, 0);
  });
  const item = useStore(store, ({ read }) => {
    const found = read(step, expression)?.item ?? null;
    return found === null ? null : typeof found === "string" ? found : serialise(found, 0);
  });
  if (text === null) return null;
  const why = "With the simulation’s parameter values and samples";
  return (
    <p className="sw-resolved" title={item === null ? `${why}: ${text}` : `${why}, for the item ${item}: ${text}`}>
      <span className="sw-unseen">comes to </span>
      <span aria-hidden="true">= </span>
      {text === "" ? "an empty text" : text}
      {item !== null && <span className="sw-resolved-item"> for the first item</span>}
    </p>
  );
}
