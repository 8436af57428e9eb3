/**
 * An answer counts when it is SageMaker's own and whole. The SDK would take a gateway's page for a syntax error, and an empty body for an
 * answer.
 */
import { type HttpRequest, HttpResponse } from "@smithy/core/transport";

type Handle = (request: HttpRequest, options?: object) => Promise<{ response: HttpResponse }>;

/** Something else than SageMaker answered, or only a part arrived: nobody knows what became of the request. */
export class UnreadableAnswer extends Error {
  readonly $metadata: { readonly httpStatusCode: number };
  constructor(status: number, why: string) {
    super(`An answer came that is not SageMaker's: ${why}, with status ${status}.`);
    this.name = "UnreadableAnswer";
    this.$metadata = { httpStatusCode: status };
  }
}

/** How the SDK's request handler sends one request, held to answers that can be read. */
export function wholeAnswers(handle: Handle): Handle {
  return async (request, options) => {
    const { response } = await handle(request, options);
    const body = await collect(response.body);
    const why = whyUnreadable(response, body);
    if (why !== null) throw new UnreadableAnswer(response.statusCode, why);
    return { response: new HttpResponse({ statusCode: response.statusCode, headers: response.headers, body }) };
  };
}

async function collect(body: unknown): Promise<Uint8Array> {
  if (body instanceof Uint8Array) return body;
  const parts: Uint8Array[] = [];
  if (isStream(body)) for await (const part of body) parts.push(part);
  return Buffer.concat(parts);
}

function isStream(body: unknown): body is AsyncIterable<Uint8Array> {
  return typeof body === "object" && body !== null && Symbol.asyncIterator in body;
}

/** AWS JSON 1.1: an object of that content type, and an error names itself in it or in a header. */
function whyUnreadable({ statusCode, headers }: HttpResponse, body: Uint8Array): string | null {
  const header = (name: string) => Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1] ?? "";
  const type = header("content-type");
  if (!/^application\/x-amz-json-1\.[01]\b/.test(type)) return type === "" ? "no content type" : `content type ${type}`;
  const answer = parse(body);
  if (answer === null) return "no JSON object";
  const named = "__type" in answer || "code" in answer || header("x-amzn-errortype") !== "";
  return statusCode >= 300 && !named ? "an error without a name" : null;
}

function parse(body: Uint8Array): object | null {
  try {
    const parsed: unknown = JSON.parse(new TextDecoder().decode(body));
    return typeof parsed === "object" && parsed !== null && !Array.isArray(parsed) ? parsed : null;
  } catch {
    return null;
  }
}
