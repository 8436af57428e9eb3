import "./ResolvedValue.css";
import { useEffect, useState } from "react";
import { useStore } from "zustand";
import type { ValueReader } from "../../../editor/runs/simulation/createReader";
import { serialise } from "../../../pipeline/definition/serialise";
import type { Value } from "../../../pipeline/definition/value";
import { useWorkspace } from "../../kit/useWorkspace";

interface Props {
  /** The step in which it stands; null for a text of the pipeline itself. */
  readonly step: string | null;
  readonly expression: Value;
}

/** What an expression comes to, with the defaults of the parameters and the samples of the steps. */
export function ResolvedValue(props: Props) {
  const { runs } = useWorkspace();
  const [reader, setReader] = useState<ValueReader | null>(null);
  // By an effect, not by suspending: the rest of the form does not wait for the simulation.
  useEffect(() => {
    let isThere = true;
    runs.simulation().then(
      (simulation) => isThere && setReader(simulation.reader),
      () => {},
    );
    return () => {
      isThere = false;
    };
  }, [runs]);
  return reader === null ? null : <ReadValue {...props} reader={reader} />;
}

function ReadValue({ step, expression, reader }: Props & { readonly reader: ValueReader }) {
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
