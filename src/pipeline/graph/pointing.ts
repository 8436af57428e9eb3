import type { Path } from "../definition/path";
import { append } from "../definition/shortList";

export type Trigger = "Completed" | "Failed" | "Stopped" | "Any";

/** A step's reason to wait for another, by the other's name. */
export type OwnReason =
  | {
      readonly kind: "data";
      /** What stands behind `Steps.NAME.`, e.g. `OutputParameters['train_path']`. */
      readonly output: string;
      /** Printed path of the field that reads it, relative to the step. */
      readonly field: string;
      readonly path: Path;
    }
  | { readonly kind: "order"; readonly trigger: Trigger | string; readonly index: number };

export interface PointsAt {
  readonly name: string;
  readonly reasons: readonly OwnReason[];
}

/** So many are looked through for a name; more are found in a table. */
const few = 16;

/** Collects the steps that one points at, each with its reasons, in the order in which they first come. */
export class Pointing {
  list: PointsAt[] | null = null;
  private indexes: Map<string, number> | null = null;

  add(name: string, reason: OwnReason): void {
    const index = this.indexOf(name);
    const known = this.list?.[index];
    if (this.list !== null && known !== undefined) {
      this.list[index] = { name, reasons: append(known.reasons as OwnReason[], reason) };
      return;
    }
    this.list = append(this.list, { name, reasons: [reason] });
    this.indexes?.set(name, this.list.length - 1);
  }

  private indexOf(name: string): number {
    const { list } = this;
    if (list === null) return -1;
    if (list.length > few) {
      this.indexes ??= new Map(list.map((one, index) => [one.name, index]));
      return this.indexes.get(name) ?? -1;
    }
    for (let i = 0; i < list.length; i++) if (list[i]?.name === name) return i;
    return -1;
  }
}
