import { parsePath } from "../../../pipeline/definition/path";
import type { ObjectValue } from "../../../pipeline/definition/value";
import { fieldName, type InputPort, type StepPorts } from "../../../pipeline/wiring";

/** A step's ports with some of its fields beside them, as long as a wire hovers over it. */
export function withOpened(ports: StepPorts, step: ObjectValue, fields: readonly string[]): StepPorts {
  const shown = new Set(ports.inputs.map(({ printed }) => printed));
  const added = fields.flatMap((printed): InputPort[] => {
    const path = parsePath(printed);
    if (path === null || shown.has(printed)) return [];
    return [{ path, printed, ...fieldName(step, path), inUse: false, kindLabel: "" }];
  });
  if (added.length === 0) return ports;
  return {
    ...ports,
    inputs: [...ports.inputs, ...added],
    hiddenFields: Math.max(0, ports.hiddenFields - added.length),
  };
}
