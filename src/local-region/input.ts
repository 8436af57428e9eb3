/** Reads the members of a request, and refuses what is not of their kind in AWS's own form of words. */
import { invalid, type ServiceError } from "./errors";

export type Input = Readonly<Record<string, unknown>>;

export function isInput(value: unknown): value is Input {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

interface TextRule {
  readonly max?: number;
  readonly min?: number;
  readonly pattern?: RegExp;
}

const rules = {
  pipelineName: { max: 256, min: 1, pattern: /^[a-zA-Z0-9](-*[a-zA-Z0-9])*$/ },
  nameOrArn: { max: 2048, min: 1 },
  executionArn: { max: 2048 },
  token: { min: 32, max: 128 },
  role: { min: 20, max: 2048, pattern: /^arn:aws[a-z-]*:iam::\d{12}:role\/?[a-zA-Z_0-9+=,.@\-_/]+$/ },
  description: { max: 3072 },
  definition: { min: 1, max: 1_048_576 },
  /** Of an execution, or of a version. */
  displayName: { max: 82, min: 1, pattern: /^[a-zA-Z0-9](-*[a-zA-Z0-9])*$/ },
  parameterName: { max: 256, min: 1, pattern: /^[A-Za-z0-9\-_]*$/ },
  parameterValue: { max: 1024 },
  outputName: { max: 256 },
  callbackToken: { min: 10, max: 10, pattern: /^[a-zA-Z0-9]+$/ },
  callbackFailure: { max: 256 },
  alias: { max: 128, min: 1, pattern: /^[a-zA-Z0-9._-]+$/ },
  tagKey: { max: 128, min: 1, pattern: /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u },
  tagValue: { max: 256, pattern: /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u },
  any: {},
} as const satisfies Readonly<Record<string, TextRule>>;

export type Rule = keyof typeof rules;

/** An optional text; refuses what its rule forbids. */
export function optionalText(input: Input, member: string, rule: Rule = "any"): string | undefined {
  const value = input[member];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== "string") throw violated(member, value, "Member must be a string");
  const { min, max, pattern }: TextRule = rules[rule];
  if (min !== undefined && value.length < min) {
    throw violated(member, value, `Member must have length greater than or equal to ${min}`);
  }
  if (max !== undefined && value.length > max) {
    throw violated(member, value, `Member must have length less than or equal to ${max}`);
  }
  if (pattern !== undefined && !pattern.test(value)) {
    throw violated(member, value, `Member must satisfy regular expression pattern: ${pattern.source}`);
  }
  return value;
}

export function requiredText(input: Input, member: string, rule: Rule = "any"): string {
  return present(member, optionalText(input, member, rule));
}

/** What was read of a member, which must be there. */
function present<T>(member: string, value: T | undefined): T {
  if (value === undefined) throw violated(member, null, "Member must not be null");
  return value;
}

export function optionalInteger(input: Input, member: string, min: number, max: number): number | undefined {
  const value = optionalNumber(input, member, min, max);
  if (value !== undefined && !Number.isInteger(value)) throw violated(member, value, "Member must be an integer");
  return value;
}

export function requiredInteger(input: Input, member: string, min: number, max: number): number {
  return present(member, optionalInteger(input, member, min, max));
}

function optionalNumber(input: Input, member: string, min: number, max: number): number | undefined {
  const value = input[member];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== "number" || !Number.isFinite(value)) throw violated(member, value, "Member must be a number");
  if (value < min) throw violated(member, value, `Member must have value greater than or equal to ${min}`);
  if (value > max) throw violated(member, value, `Member must have value less than or equal to ${max}`);
  return value;
}

/** A moment on the wire is in seconds; here in milliseconds. */
export function optionalMoment(input: Input, member: string): number | undefined {
  const seconds = optionalNumber(input, member, 0, Number.MAX_SAFE_INTEGER);
  return seconds === undefined ? undefined : seconds * 1000;
}

export function optionalChoice<T extends string>(input: Input, member: string, choices: readonly T[]): T | undefined {
  const value = optionalText(input, member);
  if (value === undefined) return undefined;
  const choice = choices.find((one) => one === value);
  if (choice === undefined)
    throw violated(member, value, `Member must satisfy enum value set: [${choices.join(", ")}]`);
  return choice;
}

export function optionalStructure(input: Input, member: string): Input | undefined {
  const value = input[member];
  if (value === undefined || value === null) return undefined;
  if (!isInput(value)) throw violated(member, value, "Member must be a structure");
  return value;
}

export function structures(input: Input, member: string, max: number): readonly Input[] {
  const value = input[member];
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value) || !value.every(isInput))
    throw violated(member, value, "Member must be a list of structures");
  if (value.length > max) throw violated(member, value, `Member must have length less than or equal to ${max}`);
  return value;
}

export function requiredStructures(input: Input, member: string, max: number): readonly Input[] {
  present(member, input[member] ?? undefined);
  return structures(input, member, max);
}

export function optionalTexts(input: Input, member: string, max: number): readonly string[] {
  const value = input[member] ?? [];
  if (!Array.isArray(value) || !value.every((each) => typeof each === "string"))
    throw violated(member, value, "Member must be a list of strings");
  if (value.length > max) throw violated(member, value, `Member must have length less than or equal to ${max}`);
  return value;
}

export function requiredTexts(input: Input, member: string, max: number): readonly string[] {
  present(member, input[member] ?? undefined);
  return optionalTexts(input, member, max);
}

export function violated(member: string, value: unknown, constraint: string): ServiceError {
  const shown = typeof value === "string" || typeof value === "number" ? `'${excerpt(String(value))}' ` : "";
  const at = member.charAt(0).toLowerCase() + member.slice(1);
  return invalid(`1 validation error detected: Value ${shown}at '${at}' failed to satisfy constraint: ${constraint}`);
}

function excerpt(value: string): string {
  return value.length > 300 ? `${value.slice(0, 300)}...` : value;
}
