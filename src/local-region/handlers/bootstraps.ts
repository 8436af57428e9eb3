/**
 * The programs that call a handler in the user's own interpreter: they read the task from standard input, and write how it ended to file
 * descriptor 3, so that what the handler prints is its log alone.
 */

/** One JSON object on standard input. */
export interface Task {
  readonly code: string;
  /** The file that the code is kept in: `handler.py`, `handler.mjs`. */
  readonly file: string;
  /** The name of the function in it. */
  readonly handler: string;
  readonly event: unknown;
  /** The ARN that the context tells. */
  readonly functionArn: string;
  readonly seconds: number;
}

/** What comes back on file descriptor 3: the value as JSON text, or why there is none, in Lambda's own words. */
export type Ended =
  | { readonly value: string }
  | { readonly error: string; readonly message: string; readonly trace: readonly string[] };

export const pythonBootstrap = String.raw`
import json, os, sys, time, traceback, types, uuid
answer = os.fdopen(3, "w", encoding="utf-8")
os.set_inheritable(3, False)
task = json.loads(sys.stdin.buffer.read().decode("utf-8"))
sys.stdin = open(os.devnull)
def end(result):
    sys.stdout.flush(); sys.stderr.flush()
    answer.write(json.dumps(result)); answer.flush()
    os._exit(0)
def failed(kind, message, trace=()):
    end({"error": kind, "message": message, "trace": list(trace)})
def thrown():
    kind, error, at = sys.exc_info()
    frames = [frame for frame in traceback.extract_tb(at) if frame.filename != "<string>"]
    failed(kind.__name__, str(error), [line.rstrip("\n") for line in traceback.format_list(frames)])
class Context:
    function_name = task["functionArn"].rsplit(":", 1)[-1]
    function_version = "$LATEST"
    invoked_function_arn = task["functionArn"]
    memory_limit_in_mb = "512"
    aws_request_id = str(uuid.uuid4())
    log_group_name = "/aws/lambda/" + function_name
    log_stream_name = "local"
    identity = client_context = None
    def get_remaining_time_in_millis(self):
        return max(0, int((until - time.monotonic()) * 1000))
until = time.monotonic() + task["seconds"]
path = os.path.join(os.getcwd(), task["file"])
with open(path, "w", encoding="utf-8") as file:
    file.write(task["code"])
module = types.ModuleType(os.path.splitext(task["file"])[0])
module.__file__ = path
sys.modules[module.__name__] = module
try:
    exec(compile(task["code"], path, "exec"), module.__dict__)
except BaseException:
    thrown()
target = module
for part in task["handler"].split("."):
    target = getattr(target, part, None)
if not callable(target):
    failed("Runtime.HandlerNotFound", "Handler '%s' missing in %s" % (task["handler"], task["file"]))
try:
    value = target(task["event"], Context())
except BaseException:
    thrown()
try:
    end({"value": json.dumps(value)})
except (TypeError, ValueError) as error:
    failed("Runtime.MarshalError", "Unable to marshal response: %s" % error)
`;

export const nodeBootstrap = String.raw`
const fs = require("node:fs");
const path = require("node:path");
const { pathToFileURL } = require("node:url");
const task = JSON.parse(fs.readFileSync(0, "utf8"));
const end = (result) => {
  fs.writeSync(3, JSON.stringify(result));
  process.exit(0);
};
const failed = (error, message, trace = []) => end({ error, message, trace });
const thrown = (error) => {
  if (!(error instanceof Error)) return failed(typeof error, typeof error === "string" ? error : String(error));
  const lines = String(error.stack ?? "").split("\n").filter((line) => line.trim().startsWith("at "));
  const own = lines.filter((line) => line.includes(task.file)).map((line) => line.trim());
  failed(error.name, error.message, own);
};
const done = (value) => {
  let text;
  try {
    text = JSON.stringify(value === undefined ? null : value);
  } catch (error) {
    return failed("Runtime.MarshalError", "Unable to marshal response: " + error.message);
  }
  end({ value: text === undefined ? "null" : text });
};
process.on("uncaughtException", thrown);
process.on("unhandledRejection", thrown);
const file = path.join(process.cwd(), task.file);
fs.writeFileSync(file, task.code);
const until = Date.now() + task.seconds * 1000;
const name = task.functionArn.split(":").pop();
const callback = (error, value) => (error ? thrown(error) : done(value));
const context = {
  functionName: name,
  functionVersion: "$LATEST",
  invokedFunctionArn: task.functionArn,
  memoryLimitInMB: "512",
  awsRequestId: require("node:crypto").randomUUID(),
  logGroupName: "/aws/lambda/" + name,
  logStreamName: "local",
  callbackWaitsForEmptyEventLoop: true,
  getRemainingTimeInMillis: () => Math.max(0, until - Date.now()),
  succeed: done,
  fail: thrown,
  done: callback,
};
import(pathToFileURL(file).href).then(async (module) => {
  const named = (from) => task.handler.split(".").reduce((at, part) => (at == null ? undefined : at[part]), from);
  const found = [named(module), named(module.default), module.default].find((one) => typeof one === "function");
  if (found === undefined) {
    return failed("Runtime.HandlerNotFound", task.handler + " is undefined or not exported in " + task.file);
  }
  const value = found(task.event, context, callback);
  // One that takes a callback answers by it; one that is done without a word gives null.
  if (value !== undefined && value !== null && typeof value.then === "function") done(await value);
  else if (value !== undefined || found.length < 3) process.once("beforeExit", () => done(value));
  else process.once("beforeExit", () => done(null));
}, thrown).catch(thrown);
`;
