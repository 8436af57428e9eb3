/**
 * What must be read of each file beside this one: the handler that is taken; its outputs, `?` behind a guessed type and `*` behind a
 * nested one; the members of the event that it reads; what it must say could not be read.
 */
export interface Expected {
  readonly handler: string;
  readonly outputs: string;
  readonly inputs: string;
  readonly problems: string;
}

export const expected: Readonly<Record<string, Expected>> = {
  "reference.py": {
    handler: "lambda_handler",
    outputs: "statusCode:Integer body:String train_path:String",
    inputs: "bucket prefix",
    problems: "",
  },
  "early_returns.py": {
    handler: "lambda_handler",
    outputs: "statusCode:Integer body:String empty:Boolean count:Integer first_key:String?",
    inputs: "bucket prefix",
    problems: "",
  },
  "built_up.py": {
    handler: "handler",
    outputs: "status:String rows:Integer has_rows:Boolean ratio:Float columns:String* seconds:Float",
    inputs: "path verbose",
    problems: "",
  },
  "spread.py": {
    handler: "lambda_handler",
    outputs: "version:String region:String train_path:String test_path:String rows:Integer",
    inputs: "root rows",
    problems: "",
  },
  "update_and_or.py": {
    handler: "lambda_handler",
    outputs: "statusCode:Integer run_date:String model:String? stage:String accuracy:Float approved:Boolean",
    inputs: "model accuracy",
    problems: "",
  },
  "constants.py": {
    handler: "lambda_handler",
    outputs: "statusCode:Integer train_path:String rows:Integer precision:Float recall:Float",
    inputs: "bucket",
    problems: "",
  },
  "respond.py": {
    handler: "lambda_handler",
    outputs: "statusCode:Integer error:String path:String",
    inputs: "bucket",
    problems: "",
  },
  "async_run.py": {
    handler: "lambda_handler",
    outputs: "statusCode:Integer details:String* score:Float",
    inputs: "name",
    problems: "",
  },
  "inner_functions.py": {
    handler: "lambda_handler",
    outputs: "rows_out:String* count:Integer",
    inputs: "rows",
    problems: "",
  },
  "conditional.py": {
    handler: "lambda_handler",
    outputs: "kind:String half:Integer mode:String? limit:Integer?",
    inputs: "n mode limit",
    problems: "",
  },
  "powertools.py": {
    handler: "lambda_handler",
    outputs: "approved:Boolean auc:Float request_id:String",
    inputs: "auc threshold",
    problems: "",
  },
  "dataclass_result.py": {
    handler: "lambda_handler",
    outputs: "model_name:String version:Integer is_new:Boolean",
    inputs: "model version",
    problems: "",
  },
  "json_round_trip.py": {
    handler: "lambda_handler",
    outputs: "total:String? items:String* text:String who:String?",
    inputs: "body who",
    problems: "",
  },
  "class_handler.py": {
    handler: "handler",
    outputs: "output_path:String stage:String ok:Boolean",
    inputs: "bucket prefix",
    problems: "",
  },
  "try_finally.py": {
    handler: "lambda_handler",
    outputs: "endpoint:String? status:String? exists:Boolean checked:Integer",
    inputs: "endpoint_name",
    problems: "",
  },
  "event_returned.py": {
    handler: "lambda_handler",
    outputs: "train_path:String rows:Integer",
    inputs: "name",
    problems: "event-returned",
  },
  "computed_keys.py": {
    handler: "lambda_handler",
    outputs: "date:String",
    inputs: "metrics",
    problems: "keys-not-known",
  },
  "kwargs.py": {
    handler: "lambda_handler",
    outputs: "passed:Boolean model_uri:String? detail:String*",
    inputs: "model threshold strict",
    problems: "",
  },
  "match_and_walrus.py": {
    handler: "lambda_handler",
    outputs: "statusCode:Integer next:String? instances:Integer distributed:Boolean",
    inputs: "action",
    problems: "",
  },
  "lambda_expression.py": {
    handler: "lambda_handler",
    outputs: "id:String body:String length:Integer negative:Integer share:Float nothing:String?",
    inputs: "rows",
    problems: "",
  },
  "wrapped_by_file.py": {
    handler: "lambda_handler",
    outputs: "statusCode:Integer data:String* trace:String",
    inputs: "x",
    problems: "",
  },
  "reference.mjs": {
    handler: "handler",
    outputs: "statusCode:Integer body:String train_path:String",
    inputs: "bucket prefix",
    problems: "",
  },
  "commonjs.js": {
    handler: "handler",
    outputs: "statusCode:Integer empty:Boolean count:Integer first_key:String?",
    inputs: "bucket prefix",
    problems: "",
  },
  "callback.js": {
    handler: "handler",
    outputs: "statusCode:Integer body:String length:Integer error:String",
    inputs: "url",
    problems: "",
  },
  "context_succeed.js": {
    handler: "handler",
    outputs: "total:Integer? mean:Float label:String",
    inputs: "values",
    problems: "",
  },
  "module_exports_object.cjs": {
    handler: "handler",
    outputs: "statusCode:Integer message:String greeting:String retries:Integer?",
    inputs: "name retries",
    problems: "",
  },
  "default_export.mjs": {
    handler: "default",
    outputs: "ok:Boolean rows:Integer share:Float label:String when:String",
    inputs: "rows label",
    problems: "",
  },
  "middy.mjs": {
    handler: "handler",
    outputs: "request:String item:String? took:Integer",
    inputs: "detail",
    problems: "",
  },
  "typed.ts.txt": {
    handler: "handler",
    outputs: "statusCode:Integer uri:String found:Boolean",
    inputs: "bucket prefix",
    problems: "",
  },
  "chained_decorator.py": {
    handler: "lambda_handler",
    outputs: "rows:Integer path:String",
    inputs: "rows bucket",
    problems: "",
  },
  "class_based.ts.txt": {
    handler: "handler",
    outputs: "score:Float passed:Boolean model:String?",
    inputs: "threshold model",
    problems: "",
  },
  "promise_chain.js": {
    handler: "handler",
    outputs: "statusCode:Integer items:String* total:Integer error:String",
    inputs: "url",
    problems: "",
  },
  "promise_new.js": { handler: "handler", outputs: "exit_code:Integer output:String", inputs: "command", problems: "" },
  "switch.js": {
    handler: "handler",
    outputs: "action:String? stopped:Boolean instances:Integer delay:Float fallthrough:String",
    inputs: "action",
    problems: "",
  },
  "spread_event.mjs": {
    handler: "handler",
    outputs: "rows:Integer content-type:String",
    inputs: "body",
    problems: "event-returned",
  },
  "aliases.mjs": {
    handler: "handler",
    outputs: "train_path:String validation_path:String functionName:String extra:String?",
    inputs: "s3 prefix extra",
    problems: "",
  },
  "arrow_short.js": {
    handler: "handler",
    outputs: "sum:Float? text:String same:Boolean not:Boolean",
    inputs: "a b",
    problems: "",
  },
  "try_catch.js": {
    handler: "handler",
    outputs: "checked:Boolean status:String? ready:Boolean reason:String",
    inputs: "endpoint",
    problems: "",
  },
  "inner_returns.js": {
    handler: "handler",
    outputs: "stopped_at:String? rows:String* count:Integer",
    inputs: "rows",
    problems: "",
  },
  "export_list.mjs": {
    handler: "handler",
    outputs: "first:String second:Integer both:String",
    inputs: "x",
    problems: "",
  },
  "conditional.ts.txt": {
    handler: "handler",
    outputs: "id:String stage:String prod:Boolean n:Integer? half:Integer other:String?",
    inputs: "n kind",
    problems: "",
  },
  "compiled.js": { handler: "handler", outputs: "found:Boolean key:String?", inputs: "bucket key", problems: "" },
  "delete_and_defaults.js": {
    handler: "run",
    outputs: "retries:Integer backoff:Float name:String? list:String*",
    inputs: "name",
    problems: "",
  },
};
