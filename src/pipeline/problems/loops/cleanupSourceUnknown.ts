import { setField } from "../../edits/fields";
import { remove } from "../fixes";
import { nearest } from "../nearest";
import type { Finding, Rule } from "../problem";
import { cleanupSources } from "./cleanupSources";

export const cleanupSourceUnknown: Rule = {
  code: "cleanup-source-unknown",
  severity: "error",
  why: "A Cleanup step names the steps whose outputs it deletes; the SDK adds each of them to DependsOn, which names only steps that are there (cleanup_step.py).",
  types: ["Cleanup"],
  checkLinks({ key, name, step }, neighbours) {
    return cleanupSources(step).flatMap(({ name: source, index }): Finding[] => {
      if (neighbours.step(source) !== undefined) return [];
      const at = ["Arguments", "Resources", "S3", index];
      const names = [...neighbours.whole().graph.byKey.keys()].filter((other) => other !== key);
      const close = nearest(source, names);
      const rename =
        close === null ? [] : [{ label: `Clean up ${close}`, recipe: setField(key, [...at, "StepName"], close) }];
      return [
        {
          step: key,
          at: [...at, "StepName"],
          message: `${name} cleans up after ${source}, but there is no step of that name.${close === null ? "" : ` Did you mean ${close}?`}`,
          fixes: [...rename, remove(key, at, source)],
        },
      ];
    });
  },
};
