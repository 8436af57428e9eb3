import { nearest } from "./nearest";

/** What the SDK's composed steps are called behind the name that their author gave: `ModelStep("Serve")` writes `Serve-CreateModel`. */
const endings = ["-CreateModel", "-RegisterModel", "-RepackModel-0"];

/** The step that is most likely meant by a name that none has; null where none is close. */
export function nearestStep(name: string, steps: readonly string[]): string | null {
  const composed = endings.map((ending) => name + ending).find((one) => steps.includes(one));
  return composed ?? nearest(name, steps);
}
