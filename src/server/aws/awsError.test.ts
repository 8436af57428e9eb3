import { describe, expect, it } from "vitest";
import { toAppError } from "./awsError";

function thrown(name: string, message = "text", more: object = {}): Error {
  return Object.assign(new Error(message), { name }, more);
}

describe("an error of the AWS SDK", () => {
  it.each([
    ["ResourceNotFound", "notFound"],
    ["ConflictException", "conflict"],
    ["ResourceLimitExceeded", "limit"],
    ["ValidationException", "validation"],
    ["AccessDeniedException", "accessDenied"],
    ["ThrottlingException", "throttled"],
    ["ExpiredTokenException", "credentials"],
    ["CredentialsProviderError", "credentials"],
    ["TimeoutError", "timeout"],
    ["SyntaxError", "unreadable"],
    ["UnknownOperationException", "unsupported"],
    ["TypeError", "unexpected"],
  ])("%s is %s", (name, kind) => {
    expect(toAppError(thrown(name), "DescribePipeline").kind).toBe(kind);
  });

  it.each([
    ["ECONNREFUSED", "network"],
    ["ENOTFOUND", "network"],
    ["SELF_SIGNED_CERT_IN_CHAIN", "network"],
    ["ECONNRESET", "broken"],
    ["EPIPE", "broken"],
    ["HPE_INVALID_CONSTANT", "unreadable"],
  ])("%s is %s, whatever the SDK calls it", (code, kind) => {
    for (const name of ["Error", "TimeoutError"]) {
      expect(toAppError(thrown(name, "x", { code }), "DescribePipeline").kind).toBe(kind);
    }
  });

  it("has sent nothing where no connection came about in time", () => {
    const text = "the request socket did not establish a connection with the server within the configured timeout";
    expect(toAppError(thrown("TimeoutError", text), "UpdatePipeline").kind).toBe("network");
  });

  it("goes by the status where the name says nothing", () => {
    const kindAt = (httpStatusCode: number) =>
      toAppError(thrown("Odd", "x", { $metadata: { httpStatusCode } }), "DescribePipeline").kind;
    expect([503, 429, 403, 401, 400].map(kindAt)).toEqual([
      "service",
      "throttled",
      "accessDenied",
      "credentials",
      "validation",
    ]);
  });

  it("is not found where SageMaker says so in the words of a validation", () => {
    const gone = toAppError(thrown("ValidationException", 'Could not find model "m".'), "DescribeModel");
    expect(gone).toMatchObject({ kind: "notFound", name: "ValidationException" });
  });

  it("keeps AWS's text, operation, request id and status", () => {
    const $metadata = { requestId: "r-1", httpStatusCode: 400 };
    expect(toAppError(thrown("ValidationException", "Unable to parse", { $metadata }), "CreatePipeline")).toEqual({
      kind: "validation",
      name: "ValidationException",
      message: "Unable to parse",
      operation: "CreatePipeline",
      requestId: "r-1",
      status: 400,
    });
  });
});
