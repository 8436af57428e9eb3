import type { InputPort, StepPorts } from "../../../pipeline/card/ports";
import type { OpenedField } from "./drawnWire";

/** A step's ports with some of its fields beside them, as long as a wire hovers over it. */
export function withOpened(ports: StepPorts, fields: readonly OpenedField[]): StepPorts {
  const shown = new Set(ports.inputs.map(({ printed }) => printed));
  const added = fields.flatMap(({ path, printed, label, hint }): InputPort[] =>
    shown.has(printed) ? [] : [{ path, printed, label, hint, inUse: false, kindLabel: "" }],
  );
  if (added.length === 0) return ports;
  return {
    ...ports,
    inputs: [...ports.inputs, ...added],
    hiddenFields: Math.max(0, ports.hiddenFields - added.length),
  };
}
