/** AWS JSON 1.1: `POST /` with the operation in `X-Amz-Target`, JSON in and out, an error as `{"__type", "message"}`. */
import { lookup } from "../pipeline/definition/byName";
import { type ErrorCode, invalid, ServiceError } from "./errors";
import { type Input, isInput } from "./input";

export interface RawRequest {
  readonly method: string;
  readonly path: string;
  /** Names in any case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface RawResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface DecodedRequest {
  readonly operation: string;
  readonly region: string;
  readonly input: Input;
}

export const contentType = "application/x-amz-json-1.1";

/** Takes a request apart; throws a ServiceError for what is none of ours. */
export function decode(request: RawRequest): DecodedRequest {
  const target = header(request, "x-amz-target");
  const operation = /^SageMaker\.([A-Za-z]{1,100})$/.exec(target)?.[1];
  if (request.method !== "POST" || operation === undefined) {
    throw new ServiceError(
      "UnknownOperationException",
      "Send POST / with a header X-Amz-Target: SageMaker.<Operation>.",
    );
  }
  return { operation, region: regionOf(request), input: inputOf(request.body) };
}

/** The region stands in the signature's credential scope: `Credential=KEY/20261123/eu-west-1/sagemaker/aws4_request`. */
function regionOf(request: RawRequest): string {
  const scope = /Credential=[^/,\s]+\/\d{8}\/([a-z0-9-]{1,40})\/sagemaker\/aws4_request/.exec(
    header(request, "authorization"),
  );
  const region = scope?.[1];
  if (region !== undefined) return region;
  throw new ServiceError(
    "MissingAuthenticationTokenException",
    "The request has no signature for the service sagemaker. Any credentials will do: the local region reads only the region from it.",
  );
}

function header({ headers }: RawRequest, name: string): string {
  return Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1] ?? "";
}

function inputOf(body: string): Input {
  let parsed: unknown;
  try {
    parsed = body === "" ? {} : JSON.parse(body);
  } catch {
    throw new ServiceError("SerializationException", "The body is not JSON.");
  }
  if (!isInput(parsed)) throw invalid("The body must be a JSON object.");
  return parsed;
}

export function encode(output: unknown, requestId: string): RawResponse {
  return { status: 200, headers: headersFor(requestId), body: JSON.stringify(output) };
}

const statuses: Readonly<Record<string, number>> = {
  InternalFailure: 500,
  // Not one that clients try again by themselves: someone has to mend it first.
  LocalStateException: 507,
  MissingAuthenticationTokenException: 403,
};

/** Modelled errors carry `Message`, the others `message`; every client reads both. */
export function encodeError(error: ServiceError | null, requestId: string): RawResponse {
  const code: ErrorCode | "InternalFailure" = error?.code ?? "InternalFailure";
  const message = error?.message ?? "The local region failed on this request. This is a bug in Stepwire.";
  const modelled = code === "ResourceNotFound" || code === "ConflictException";
  const status = lookup(statuses, code) ?? 400;
  const body = JSON.stringify({ __type: code, [modelled ? "Message" : "message"]: message });
  return { status, headers: { ...headersFor(requestId), "x-amzn-errortype": code }, body };
}

function headersFor(requestId: string): Readonly<Record<string, string>> {
  return { "content-type": contentType, "x-amzn-requestid": requestId };
}
