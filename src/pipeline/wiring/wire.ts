import type { Path } from "../definition/path";
import type { ValueKind } from "../schema/listOutputs";

export type { ValueKind };

/** Where a wire comes from: a value that a field can read at run time. */
export type WireSource =
  /** An output of a step; `output` is what stands behind `Steps.NAME.`, e.g. `OutputParameters['train_path']`. */
  | { readonly kind: "output"; readonly step: string; readonly output: string }
  | { readonly kind: "parameter"; readonly name: string }
  | { readonly kind: "execution"; readonly variable: string }
  /** The current item of a ForEach (`step`), or a member of it; only for fields of the steps in its body. */
  | { readonly kind: "currentItem"; readonly step: string; readonly member: string };

/** Where a wire goes: an input field; `path` is relative to the step, e.g. `["Arguments", "bucket"]`. */
export interface WireTarget {
  readonly step: string;
  readonly path: Path;
}

/** What a field takes; `scalar` is any scalar (a Lambda's arguments, a condition's operand), `literal` no reference at all. */
export type FieldKind = ValueKind | "scalar" | "literal";

/** What a wire carries from where it begins: a value to a field or the other way round, an order, a place in a branch or loop. */
export type WireEnd =
  | { readonly kind: "source"; readonly source: WireSource }
  | { readonly kind: "field"; readonly target: WireTarget }
  | { readonly kind: "after"; readonly step: string }
  | { readonly kind: "before"; readonly step: string }
  | { readonly kind: "slot"; readonly step: string; readonly slot: string };
