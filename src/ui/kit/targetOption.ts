import { type Target, targetKey, targetLabel } from "../../contract/target";

/** A target as a choice of a select. */
export function targetOption(target: Target) {
  return { value: targetKey(target), label: targetLabel(target) };
}
