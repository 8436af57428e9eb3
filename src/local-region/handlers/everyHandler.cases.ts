/** How each handler of the fixtures is really run: events that between them reach each of its returns, or the module that it needs. */

export interface HandlerCase {
  /** One for each return. */
  readonly events?: readonly object[];
  /** Not of the standard library: it fails with its name. */
  readonly needs?: string;
  readonly variables?: Readonly<Record<string, string>>;
  /** Keys that no event gives: they would need a network, or their return is never reached. */
  readonly beyond?: readonly string[];
}

const one = (event: object): HandlerCase => ({ events: [event] });

export const handlerCases: Readonly<Record<string, HandlerCase>> = {
  "reference.py": one({ bucket: "b", prefix: "p" }),
  "early_returns.py": { needs: "boto3" },
  "built_up.py": one({ path: "/etc/passwd", verbose: true }),
  "spread.py": one({ root: "s3://b", rows: 3 }),
  "update_and_or.py": one({ model: "m", accuracy: "0.9" }),
  "constants.py": one({ bucket: "b" }),
  "respond.py": { events: [{ bucket: "b" }, {}] },
  "async_run.py": one({ name: "n" }),
  "inner_functions.py": one({ rows: [1, 2] }),
  "conditional.py": { events: [{ n: 2 }, { n: 3 }] },
  "powertools.py": { needs: "aws_lambda_powertools" },
  "dataclass_result.py": one({ model: "m", version: 2 }),
  "json_round_trip.py": { events: [{ who: "w" }, { body: '{"who":"w"}' }] },
  "class_handler.py": { ...one({ bucket: "b" }), variables: { STAGE: "dev" } },
  "try_finally.py": { needs: "boto3" },
  "event_returned.py": one({ name: "n" }),
  "computed_keys.py": one({ metrics: {} }),
  "kwargs.py": one({ model: "m", threshold: 0.1, strict: true }),
  "match_and_walrus.py": { events: [{ action: "train" }, { action: "skip" }, { action: "?" }] },
  "lambda_expression.py": one({ rows: [1] }),
  "wrapped_by_file.py": { events: [{ x: 1 }, {}] },
  "chained_decorator.py": { needs: "aws_lambda_powertools" },
  "reference.mjs": one({ bucket: "b", prefix: "p" }),
  "commonjs.js": { needs: "aws-sdk" },
  // What a page gives would need a network, and a handler has none.
  "callback.js": { ...one({ url: "https://localhost:9/" }), beyond: ["body", "length"] },
  "context_succeed.js": one({ values: [1, 2] }),
  "module_exports_object.cjs": { events: [{ name: "n", retries: 2 }, {}] },
  "default_export.mjs": one({ rows: 20, label: "l" }),
  "middy.mjs": { needs: "@middy/core" },
  "promise_chain.js": { events: [{ url: 'data:application/json,{"items":[{"id":1}]}' }, { url: "nowhere" }] },
  "promise_new.js": one({ command: "echo hi" }),
  "switch.js": { events: [{ action: "train" }, { action: "stop" }, { action: "wait" }] },
  "spread_event.mjs": one({ body: "[1]" }),
  "aliases.mjs": one({ s3: { bucket: "b" }, prefix: "p", extra: "e" }),
  "arrow_short.js": one({ a: 1.5, b: 2 }),
  "try_catch.js": { needs: "@aws-sdk/client-sagemaker" },
  // What it looks for is in none of the rows that it made.
  "inner_returns.js": { ...one({ rows: [{ id: 1 }] }), beyond: ["stopped_at"] },
  "export_list.mjs": one({ x: 1 }),
  "compiled.js": { needs: "@aws-sdk/client-s3" },
  "delete_and_defaults.js": one({ name: "n" }),
  "typed.ts.txt": { needs: "@aws-sdk/client-s3" },
  "class_based.ts.txt": one({ model: "m", threshold: 0.5 }),
  "conditional.ts.txt": { events: [{ kind: "a" }, { kind: "b", n: 2 }], variables: { STAGE: "dev" } },
};
