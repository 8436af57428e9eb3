import { hasHole } from "../../definition/holes";
import { get, isList, text } from "../../definition/value";
import { setField } from "../../edits/fields";
import type { Finding, Rule } from "../problem";

export const filePathAbsolute: Rule = {
  code: "file-path-absolute",
  severity: "warning",
  why: "The FilePath of a property file is relative to the output that it lies in (properties.py of the SDK: “path to the JSON file” in that output); an absolute path, or one in S3, is never found.",
  types: ["Processing"],
  withKey: "PropertyFiles",
  checkStep({ key, name, step }) {
    const files = get(step, "PropertyFiles");
    return (isList(files) ? files : []).flatMap((file, index): Finding[] => {
      const path = text(get(file, "FilePath"));
      if (path === undefined || hasHole(path) || !(path.startsWith("/") || path.includes("://"))) return [];
      const at = ["PropertyFiles", index, "FilePath"];
      const last = path.split("/").at(-1) ?? "";
      return [
        {
          step: key,
          at,
          message: `FilePath of ${text(get(file, "PropertyFileName")) ?? "a property file"} of ${name} is ${path}; it is relative to the output's own folder.`,
          fixes: last === "" ? [] : [{ label: `Write ${last}`, recipe: setField(key, at, last) }],
        },
      ];
    });
  },
};
