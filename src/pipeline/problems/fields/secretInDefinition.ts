import { lastName, printPath, type Segment } from "../../definition/path";
import { get, keys, type Value, walk } from "../../definition/value";
import { oncePerObject } from "../../remember";
import type { Finding, Rule } from "../problem";

export const secretInDefinition: Rule = {
  code: "secret-in-definition",
  severity: "warning",
  why: "Whoever may describe the pipeline or its executions reads the definition as it is, and AWS keeps every version. Keep secrets in Secrets Manager, and give the step the name of the secret.",
  looksAt: ["texts"],
  checkField({ value, at, entry }, report) {
    if (typeof value !== "string" || value.length < 16) return;
    const what = secretIn(value, at[at.length - 1] as Segment);
    if (what !== null)
      report({ message: `${printPath(at)} of ${entry.name} holds what looks like ${what}. ${advice}` });
  },
  checkDefinition({ definition }) {
    return keys(definition)
      .filter((key) => key !== "Steps")
      .flatMap((key) => findingsIn(get(definition, key) ?? null, key));
  },
};

const advice = "Move it to Secrets Manager, and change it.";

function findingsIn(value: Value, key: string): Finding[] {
  const found: Finding[] = [];
  const visit = (inner: Value, at: readonly (string | number)[]) => {
    if (typeof inner !== "string" || inner.length < 16) return;
    const what = secretIn(inner, lastName(at));
    if (what !== null)
      found.push({ step: null, at, message: `${printPath(at)} holds what looks like ${what}. ${advice}` });
  };
  walk(value, visit, [key]);
  return found;
}

/** Each is anchored by a fixed beginning, and counts a bounded number of characters: no text makes them slow. */
const patterns: readonly (readonly [RegExp, string])[] = [
  [/(?<![A-Z0-9])(?:AKIA|ASIA)[A-Z0-9]{16}(?![A-Z0-9])/, "an AWS access key id"],
  [/-----BEGIN (?:[A-Z]{2,10} ){0,2}PRIVATE KEY-----/, "a private key"],
  [/(?<![A-Za-z0-9])gh[pousr]_[A-Za-z0-9]{36}/, "a GitHub token"],
  [/(?<![A-Za-z0-9])github_pat_[A-Za-z0-9_]{22}/, "a GitHub token"],
  [/(?<![A-Za-z0-9])glpat-[A-Za-z0-9_-]{20}/, "a GitLab token"],
  [/(?<![A-Za-z0-9])hf_[A-Za-z0-9]{30}/, "a Hugging Face token"],
  [/(?<![A-Za-z0-9])xox[abprs]-[A-Za-z0-9-]{10}/, "a Slack token"],
  [/(?<![A-Za-z0-9])sk-[A-Za-z0-9_-]{20}/, "an API key"],
  [/(?<![A-Za-z0-9])AIza[A-Za-z0-9_-]{35}/, "a Google API key"],
  [/(?<![A-Za-z0-9])eyJ[A-Za-z0-9_-]{10,200}\.eyJ[A-Za-z0-9_-]{10}/, "a signed token"],
];

/** The same few keys come again and again. */
const namesSecret = oncePerObject((key: string) => secretName.test(key));
const secretName = /secret|password|passwd|private_?key|api_?key|access_?token|auth_?token/i;
/** An AWS secret access key: 40 characters, of all kinds; a hash has no capitals, a path has no such length by chance alone. */
const secretKey = /^[A-Za-z0-9/+=]{40}$/;

/** One look tells most texts off: only where this finds something the patterns are tried. */
const beginnings = /AKIA|ASIA|-----BEGIN|gh[pousr]_|github_pat_|glpat-|hf_|xox|sk-|AIza|eyJ/;

function secretIn(text: string, key: Segment): string | null {
  if (beginnings.test(text)) for (const [pattern, what] of patterns) if (pattern.test(text)) return what;
  const isSecret = typeof key === "string" && namesSecret(key);
  if (text.length !== 40 && !isSecret) return null;
  const isKeyLike = secretKey.test(text) && /[A-Z]/.test(text) && /[a-z]/.test(text) && /\d/.test(text);
  if (isKeyLike && (isSecret || /[/+]/.test(text)) && !text.includes("//")) return "an AWS secret access key";
  const isReferenceToOne = /^(?:arn:|s3:|https?:|\$\{|\{\{)/.test(text);
  if (
    isSecret &&
    !isReferenceToOne &&
    !/\s/.test(text) &&
    /\d/.test(text) &&
    /(?:secret|password|passwd)$/i.test(key)
  ) {
    return "a password";
  }
  return null;
}
