import { lookup } from "../../../pipeline/definition/byName";
import { get, isList, isObject, text } from "../../../pipeline/definition/value";
import { type Expr, list } from "../layout";
import type { OwnClass, Writing } from "../sdk";
import { hasKeys, type StepParts } from "../stepParts";
import { quoted } from "../text";

/** A Lambda and a Callback step have outputs that they declare: `prep.properties.Outputs["path"]`. */
const properties: NonNullable<OwnClass["properties"]> = ({ step }, tokens) => {
  const [root, key] = tokens;
  const outputs = get(step, "OutputParameters");
  const isDeclared = isList(outputs) && outputs.some((output) => get(output, "OutputName") === key?.text);
  if (tokens.length !== 2 || root?.text !== "OutputParameters" || key?.kind !== "key" || !isDeclared) return null;
  return [{ kind: "member", text: "Outputs" }, key];
};

export const lambda: OwnClass = {
  takes: ["CacheConfig", "FunctionArn", "OutputParameters"],
  properties,
  write(step, program) {
    const arn = text(get(step.step, "FunctionArn"));
    const outputs = outputsOf(step, "LambdaOutput", program);
    if (arn === undefined || arn === "" || outputs === null) return null;
    const called = program.make("Lambda", ["function_arn", quoted(arn)], ["session", "session"]);
    const args = [
      ["lambda_func", called],
      ["inputs", program.value(step.args)],
      ["outputs", outputs],
    ] as const;
    return { of: "LambdaStep", args };
  },
};

export const callback: OwnClass = {
  takes: ["CacheConfig", "SqsQueueUrl", "OutputParameters"],
  properties,
  write(step, program) {
    const queue = get(step.step, "SqsQueueUrl");
    const outputs = outputsOf(step, "CallbackOutput", program);
    if (queue === undefined || queue === null || outputs === null) return null;
    const inputs = program.value(step.args);
    return {
      of: "CallbackStep",
      args: [
        ["sqs_queue_url", program.value(queue)],
        ["inputs", inputs],
        ["outputs", outputs],
      ],
    };
  },
};

const types: Readonly<Record<string, true>> = { String: true, Integer: true, Boolean: true, Float: true };

function outputsOf({ step, args }: StepParts, of: "LambdaOutput" | "CallbackOutput", program: Writing): Expr | null {
  const outputs = get(step, "OutputParameters");
  if (!isList(outputs) || !isObject(args)) return null;
  const written: Expr[] = [];
  for (const output of outputs) {
    const [name, type] = [text(get(output, "OutputName")), text(get(output, "OutputType"))];
    if (
      !hasKeys(output, "OutputName", "OutputType") ||
      name === undefined ||
      type === undefined ||
      lookup(types, type) === undefined
    )
      return null;
    const kind = `${program.use(`${of}TypeEnum`)}.${type}`;
    written.push(program.make(of, ["output_name", quoted(name)], ["output_type", kind]));
  }
  return list(written);
}
