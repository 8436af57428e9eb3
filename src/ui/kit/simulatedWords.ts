import { lookup } from "../../pipeline/definition/byName";

/** How a simulation says where a step, or the whole, ends: never in the words of a run, which has happened. */
const words: Readonly<Record<string, string>> = {
  Succeeded: "Would succeed",
  Failed: "Would fail",
  Stopped: "Would be stopped",
  CompletedWithFailures: "Would complete with failures",
  NotRun: "Would not run",
};

export function simulatedWords(status: string, outcome?: string): string {
  return outcome === undefined ? (lookup(words, status) ?? status) : `Would be ${outcome}`;
}
