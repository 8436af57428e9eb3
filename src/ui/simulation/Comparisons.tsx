import "./Comparisons.css";
import { useMemo } from "react";
import type { ObjectValue } from "../../pipeline/definition/value";
import { stepsByKey } from "../../pipeline/graph/stepTree";
import type { SimulatedStep } from "../../pipeline/simulate/engine/simulate";
import { type Comparison, comparisonsOf, type Operand, valueWords } from "../../pipeline/simulate/values/comparisons";
import { ValueSource } from "./parts";

/** Each comparison of a Condition with its two values, where they came from, and what it came to. */
export function Comparisons({ definition, step }: { readonly definition: ObjectValue; readonly step: SimulatedStep }) {
  const rows = useMemo(() => {
    const written = stepsByKey(definition).get(step.key)?.step;
    const hasValues = step.request !== null && step.unresolved.length === 0;
    return written === undefined || !hasValues ? [] : comparisonsOf(written, step.request);
  }, [definition, step]);
  if (rows.length === 0) return null;
  return (
    <ul className="sw-comparisons" aria-label="Conditions">
      {rows.map((row, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a comparison is its place in the rule
        <li key={index} style={{ paddingLeft: row.depth * 18 }}>
          <Row row={row} />
        </li>
      ))}
    </ul>
  );
}

function Row({ row }: { readonly row: Comparison }) {
  const { sign, left, right, outcome, fails } = row;
  const isHead = left === null && right === null;
  const state = fails !== null ? "fails" : outcome === null ? "open" : String(outcome);
  const said = fails ?? (outcome === null ? "not looked at" : outcome ? "true" : "false");
  return (
    <>
      <span className={`sw-comparison-end is-${state}`}>{isHead && fails !== null ? "fails" : said}</span>
      {left !== null && <OperandView operand={left} />}
      <span className="sw-comparison-sign">{sign}</span>
      {right !== null && <OperandView operand={right} />}
    </>
  );
}

function OperandView({ operand: { from, value } }: { readonly operand: Operand }) {
  return (
    <span className="sw-comparison-operand">
      <ValueSource from={from} />
      <span className="sw-mono">{valueWords(value)}</span>
    </span>
  );
}
