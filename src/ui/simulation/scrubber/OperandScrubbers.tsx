import "./OperandScrubbers.css";
import { useMemo } from "react";
import type { ObjectValue } from "../../../pipeline/definition/value";
import { sourcesCompared } from "../../../pipeline/simulate/flips/numberSource";
import { Scrubber } from "./Scrubber";

/** The parameters and samples that a Condition compares, to be turned where one looks at what it comes to. */
export function OperandScrubbers({ definition, step }: { readonly definition: ObjectValue; readonly step: string }) {
  const sources = useMemo(() => sourcesCompared(definition, step), [definition, step]);
  return (
    <div className="sw-operand-scrubbers">
      {sources.map((source) => (
        <Scrubber key={JSON.stringify(source)} source={source} named />
      ))}
    </div>
  );
}
