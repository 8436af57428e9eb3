import { hasHole } from "../../definition/holes";
import { lastName } from "../../definition/path";
import { put } from "../fixes";
import type { Rule } from "../problem";
import { templateOf } from "../references/produced";

/** Members of the API that hold a place in S3. */
const isPlaceInS3 = /^(?:S3.*(?:Uri|Path)|.*S3Uri|ModelDataUrl|s3Uri)$/;

export const s3UriWithoutScheme: Rule = {
  code: "s3-uri-without-scheme",
  severity: "warning",
  why: "A place in S3 begins with s3:// or https:// (the pattern of S3Uri in the API); issue 2114 of the Python SDK is a creation that failed for one that does not.",
  looksWhere: ({ zone, shape, name }) => zone === "request" && shape?.kind === "string" && isPlaceInS3.test(name),
  checkField(field, report) {
    const { value, entry } = field;
    if (field.inExpression || field.onlyKey === "Get" || (typeof value === "string" && value.startsWith("s3://")))
      return;
    const said = templateOf(value);
    if (said === null || said === "" || said.startsWith("{") || said.startsWith("/") || hasHole(said)) return;
    if (/^[a-z][a-z0-9+.-]*:/i.test(said)) return;
    const at = [...field.at];
    report({
      message: `${lastName(at)} of ${entry.name} does not begin with s3://: "${said.slice(0, 60)}" is no place in S3.`,
      fixes: typeof value === "string" ? [put(`Write s3://${value}`, entry, at, `s3://${value}`)] : [],
    });
  },
};
