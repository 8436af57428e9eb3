import { hasHole } from "../../definition/holes";
import { put } from "../fixes";
import type { Rule } from "../problem";

const root = "/opt/ml/processing/";

export const localPathOutside: Rule = {
  code: "local-path-outside",
  severity: "warning",
  why: "“LocalPath is an absolute path to the input data and must begin with /opt/ml/processing/” (API ProcessingS3Input).",
  looksAt: ["texts"],
  looksWhere: ({ zone, name, pattern }) =>
    zone === "request" && name === "LocalPath" && pattern.includes("ProcessingInputs[]"),
  checkField({ value, at, entry }, report) {
    if (typeof value !== "string" || value === "" || value.startsWith(root) || hasHole(value)) return;
    const last = value.split("/").findLast((part) => part !== "" && part !== "." && part !== "..") ?? "input";
    const within = `${root}${last}`;
    report({
      message: `LocalPath of an input of ${entry.name} is ${value}; it must begin with ${root}.`,
      fixes: [put(`Write ${within}`, entry, [...at], within)],
    });
  },
};
