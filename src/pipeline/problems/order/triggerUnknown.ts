import { setTrigger } from "../../edits/dependsOn";
import type { Trigger } from "../../graph/analyseStep";
import { analysisOf } from "../../graph/stepTree";
import { nearest } from "../nearest";
import type { Finding, Fix, Rule } from "../problem";

const triggers: readonly Trigger[] = ["Completed", "Failed", "Stopped", "Any"];
const words: Readonly<Record<Trigger, string>> = {
  Completed: "it completed",
  Failed: "it failed",
  Stopped: "it was stopped",
  Any: "it ended, either way",
};

const none: readonly Finding[] = [];

export const triggerUnknown: Rule = {
  code: "trigger-unknown",
  severity: "error",
  why: "DependsOn knows the triggers Completed, Failed, Stopped and Any, and one of them for each step: “depends on step T with conflicting triggers” (step_dependency.py of the SDK).",
  withKey: "DependsOn",
  checkStep(entry) {
    const { key, name } = entry;
    const entries = analysisOf(entry).dependsOn;
    if (entries.length === 1 && triggers.some((known) => known === entries[0]?.trigger)) return none;
    const firsts = new Map(entries.toReversed().map((one) => [one.step, one]));
    return entries.flatMap(({ step: upstream, trigger, index }): Finding[] => {
      const at = ["DependsOn", index];
      if (!triggers.some((known) => known === trigger)) {
        const meant = triggers.find((known) => known === nearest(trigger, triggers)) ?? null;
        const options = meant === null ? triggers : [meant];
        const message = `${name} waits for ${upstream} with the trigger ${trigger}. There are ${triggers.join(", ")}.`;
        return [{ step: key, at, message, fixes: options.map((option) => cure(key, upstream, option)) }];
      }
      const first = firsts.get(upstream);
      if (first === undefined || first.trigger === trigger || first.index === index) return [];
      const message = `${name} waits for ${upstream} with two triggers, ${first.trigger} and ${trigger}. Keep one.`;
      return [
        {
          step: key,
          at,
          message,
          fixes: triggers
            .filter((one) => one === first.trigger || one === trigger)
            .map((one) => cure(key, upstream, one)),
        },
      ];
    });
  },
};

function cure(key: string, upstream: string, trigger: Trigger): Fix {
  return { label: `Run when ${words[trigger]}`, recipe: setTrigger(key, upstream, trigger) };
}
