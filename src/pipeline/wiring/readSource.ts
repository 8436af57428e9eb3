import type { ObjectValue } from "../definition/value";
import { executionReference, parameterReference, stepReference } from "../references/write";
import type { WireSource } from "./wire";

/** The `Get` that reads a source. */
export function readSource(source: WireSource): ObjectValue {
  switch (source.kind) {
    case "output":
      return stepReference(source.step, source.output);
    case "parameter":
      return parameterReference(source.name);
    case "execution":
      return executionReference(source.variable);
    case "currentItem": {
      const joint = source.member === "" || source.member.startsWith("[") ? "" : ".";
      return { Get: `ForEach.CurrentItem${joint}${source.member}` };
    }
  }
}
