import type { Target } from "../../../contract/target";

/** How often an execution is looked at: the local region costs nothing; AWS is asked every 5 s, slowing to 30 s. */
const everyLocal = 500;
const everyAws = { first: 5000, last: 30_000, slowing: 1.15 } as const;

export function firstWait(target: Target): number {
  return target.kind === "local" ? everyLocal : everyAws.first;
}

export function nextWait(target: Target, wait: number): number {
  return target.kind === "local" ? everyLocal : Math.min(everyAws.last, Math.round(wait * everyAws.slowing));
}
