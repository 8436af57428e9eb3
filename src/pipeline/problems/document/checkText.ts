import { parseDefinition, type Refusal } from "../../definition/parse";
import type { Problem } from "../problem";

/** What is wrong with a text that should be a definition: why it cannot be read, and where. Empty for one that can. */
export function checkText(text: string): readonly Problem[] {
  const result = parseDefinition(text);
  return result.ok ? [] : [problemOfRefusal(result.refusal)];
}

/** A refusal of the reader as a problem; its place is line:column. */
export function problemOfRefusal({ code, message, line, column, pointer }: Refusal): Problem {
  return {
    code: problemCode(code),
    severity: "error",
    step: null,
    at: pathOfPointer(pointer),
    message: `${line}:${column}: ${message}`,
    why: refusalReasons[code],
  };
}

function problemCode(code: Refusal["code"]): string {
  return code === "too-large" ? "definition-too-large" : code;
}

export const refusalReasons: Readonly<Record<Refusal["code"], string>> = {
  "not-json":
    "A definition is JSON (RFC 8259); the service names the character where a file is malformed (developer guide, Troubleshooting).",
  "not-a-definition":
    "A pipeline definition is an object with a list of Steps: the one key that the official schema requires.",
  "too-large": "SageMaker takes a definition of at most 1,048,576 characters (API PipelineDefinition).",
  "too-deep":
    "Stepwire reads at most 64 levels, many more than a definition needs: text from elsewhere must not exhaust the reader.",
  "too-many-keys":
    "Stepwire reads at most 200,000 keys, many more than a definition needs: text from elsewhere must not exhaust the reader.",
  "duplicate-key":
    "Of two equal keys in one object readers keep the one or the other (RFC 8259, section 4): what SageMaker would see is not what stands here.",
  "forbidden-key": "No argument of AWS bears this name, and in JavaScript it changes the object itself.",
  "not-utf8": "JSON is exchanged as UTF-8 (RFC 8259, section 8.1).",
};

/** The codes of the problems that a text has which cannot be read. */
export const refusalCodes: readonly string[] = (Object.keys(refusalReasons) as Refusal["code"][]).map(problemCode);

/** A JSON pointer (RFC 6901) as a path: `/Steps/0/Name` → Steps[0].Name. */
function pathOfPointer(pointer: string): Problem["at"] {
  if (pointer === "") return [];
  const parts = pointer.slice(1).split("/");
  return parts.map((part) =>
    /^(?:0|[1-9]\d{0,8})$/.test(part) ? Number(part) : part.replaceAll("~1", "/").replaceAll("~0", "~"),
  );
}
