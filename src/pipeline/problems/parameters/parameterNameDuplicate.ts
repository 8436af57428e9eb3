import type { PipelineDocument } from "../../definition/document";
import { listParameters } from "../../definition/parameters";
import { editList } from "../../edits/edit";
import { freeName } from "../../graph/stepNames";
import { putInDefinition } from "../fixes";
import type { Finding, Rule } from "../problem";

export const parameterNameDuplicate: Rule = {
  code: "parameter-name-duplicate",
  severity: "error",
  why: "A reference names a parameter, so there is one of each name; values are given by name when an execution starts (API StartPipelineExecution).",
  checkDefinition({ definition }) {
    const list = listParameters(definition);
    const names = new Set(list.map(({ name }) => name));
    if (names.size === list.length) return [];
    const seen = new Set<string>();
    return list.flatMap(({ name, index }): Finding[] => {
      if (!seen.has(name)) {
        seen.add(name);
        return [];
      }
      const at = ["Parameters", index, "Name"];
      const removeThis = {
        label: "Remove this one",
        recipe: (document: PipelineDocument) => editList(document, ["Parameters"], (all) => all.toSpliced(index, 1)),
      };
      const say = () => {
        const other = freeName(name, names);
        return {
          message: `Another parameter is called ${name} already. Rename or remove one of them.`,
          fixes: [removeThis, { label: `Rename this one to ${other}`, recipe: putInDefinition(at, other) }],
        };
      };
      return [{ step: null, at, say }];
    });
  },
};
