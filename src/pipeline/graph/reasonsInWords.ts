import type { Reason } from "./deriveGraph";

/** The reasons of an edge in words, for the person who deletes it: what goes. */
export function reasonsInWords(from: string, to: string, reasons: readonly Reason[]): string[] {
  return reasons.map((reason) => {
    switch (reason.kind) {
      case "data":
        return `${to} no longer reads ${from} in ${reason.field}.`;
      case "order":
        return `${to} no longer waits for ${from}.`;
      default:
        return `${to} moves out of ${reason.label} of ${from}.`;
    }
  });
}
