/**
 * Carries what SageMaker knows and the installed SDK does not over the SDK's client, which drops it: out with the request's body, back with
 * the answer. One table says what that is (`pipeline/schema/beyond.ts`), and goes line by line as the SDK catches up.
 */
import type { SageMaker } from "@aws-sdk/client-sagemaker";
import { unknownToSdk } from "../../pipeline/schema/beyond";

type Members = Readonly<Record<string, unknown>>;

/** Their names mean one thing wherever they stand in these requests and answers. */
const members: ReadonlySet<string> = new Set(unknownToSdk.flatMap((shape) => shape.members));

/** Adds the middleware to a client. */
export function carryWhatIsAhead(client: Pick<SageMaker, "middlewareStack">): void {
  client.middlewareStack.add(
    (next) => async (call) => {
      const request: unknown = call.request;
      const added = Object.entries(call.input).filter(([name, value]) => members.has(name) && value !== undefined);
      if (added.length > 0 && hasBody(request)) {
        request.body = JSON.stringify({ ...Object.fromEntries(added), ...parse(request.body) });
        request.headers["content-length"] = String(Buffer.byteLength(request.body));
      }
      return next(call);
    },
    { step: "build", name: "carryWhatIsAheadOut" },
  );
  client.middlewareStack.add(
    (next) => async (call) => {
      const answer = await next(call);
      const response: unknown = answer.response;
      if (hasBody(response)) addMissing(answer.output, parse(response.body));
      return answer;
    },
    // Around the SDK's own reading of the answer.
    { step: "deserialize", priority: "high", name: "carryWhatIsAheadBack" },
  );
}

interface WithBody {
  body: string | Uint8Array;
  readonly headers: Record<string, string>;
}

function hasBody(message: unknown): message is WithBody {
  if (!isObject(message)) return false;
  return typeof message.body === "string" || message.body instanceof Uint8Array;
}

function parse(body: string | Uint8Array): Members {
  const parsed: unknown = JSON.parse(typeof body === "string" ? body : new TextDecoder().decode(body));
  return isObject(parsed) ? parsed : {};
}

/** Puts into what the SDK read what it left out, wherever it stands. */
function addMissing(read: unknown, came: unknown): void {
  if (Array.isArray(read) && Array.isArray(came)) {
    for (const [index, each] of read.entries()) addMissing(each, came[index]);
    return;
  }
  if (!isObject(read) || !isObject(came)) return;
  for (const [name, value] of Object.entries(came)) {
    if (members.has(name) && read[name] === undefined) read[name] = value;
    else addMissing(read[name], value);
  }
}

function isObject(value: unknown): value is Record<string, unknown> & Members {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
