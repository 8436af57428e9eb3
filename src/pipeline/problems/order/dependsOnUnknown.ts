import { get, isList } from "../../definition/value";
import { removeDependsOn } from "../../edits/dependsOn";
import { setField } from "../../edits/fields";
import { analysisOf } from "../../graph/stepTree";
import { remove } from "../fixes";
import { nearestStep } from "../nearestStep";
import type { Finding, Fix, Rule } from "../problem";
import { eachDependency } from "./eachDependency";

export const dependsOnUnknown: Rule = {
  code: "depends-on-unknown",
  severity: "error",
  why: "DependsOn names steps of the same definition; the SDK refuses others: “The input steps do not contain the step of name: X”.",
  withKey: "DependsOn",
  checkLinks(entry, neighbours) {
    const { key, name, step } = entry;
    const unknown = eachDependency(entry, ({ step: upstream, index }) => {
      if (neighbours.step(upstream) !== undefined) return null;
      const { byKey } = neighbours.whole().graph;
      const at = ["DependsOn", index];
      const isPlain = typeof listOf(step)[index] === "string";
      return {
        say() {
          const names = [...byKey.keys()].filter((other) => other !== key);
          const close = nearestStep(upstream, names);
          const rename: Fix[] =
            close === null
              ? []
              : [{ label: `Wait for ${close}`, recipe: setField(key, isPlain ? at : [...at, "Step"], close) }];
          const next = close === null ? "" : ` Did you mean ${close}?`;
          return {
            message: `${name} waits for ${upstream}, but there is no step of that name.${next}`,
            fixes: [...rename, { label: `Remove ${upstream}`, recipe: removeDependsOn(key, upstream) }],
          };
        },
      };
    });
    const { dependsOn } = analysisOf(entry);
    const list = listOf(step);
    if (list.length === dependsOn.length) return unknown;
    const read = new Set(dependsOn.map(({ index }) => index));
    const nameless = list.flatMap((_, index): Finding[] => {
      if (read.has(index)) return [];
      const at = ["DependsOn", index];
      return [
        { step: key, at, message: `An entry of DependsOn in ${name} names no step.`, fixes: [remove(key, at, "it")] },
      ];
    });
    return [...unknown, ...nameless];
  },
};

function listOf(step: Parameters<typeof get>[0]) {
  const list = get(step, "DependsOn");
  return isList(list) ? list : [];
}
