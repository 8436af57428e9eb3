/** What a broken way, or something that stands on it, sends back. */
import type { RawResponse } from "../local-region";
import type { Reply } from "./faultProxy";

const page = (title: string) =>
  `<!doctype html><html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>`;

function head({ status, headers }: Pick<RawResponse, "status" | "headers">, length: number): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return [`HTTP/1.1 ${status} Said`, ...lines, "connection: close", `content-length: ${length}`, "", ""].join("\r\n");
}

const whole = (status: number, type: string, body: string, more: RawResponse["headers"] = {}): Reply =>
  answering(() => ({ status, headers: { ...(type === "" ? {} : { "content-type": type }), ...more }, body }));

/** A whole answer, made from the true one. */
function answering(change: (answer: RawResponse) => RawResponse): Reply {
  return (socket, answer) => {
    const changed = change(answer);
    socket.end(head(changed, Buffer.byteLength(changed.body)) + changed.body);
  };
}

/** An answer from elsewhere, such as one of a moment ago. */
export const exactly = (answer: RawResponse): Reply => answering(() => answer);

const awsJson = "application/x-amz-json-1.1";
const inAwsWords = (status: number, name: string, message: string) =>
  whole(status, awsJson, JSON.stringify({ __type: name, message }), { "x-amzn-errortype": name });

const half = (body: string) => body.slice(0, Math.ceil(body.length / 2));

export const hang: Reply = () => undefined;
export const reset: Reply = (socket) => socket.resetAndDestroy();
export const hangUp: Reply = (socket) => socket.destroy();
export const halfAHead: Reply = (socket) => socket.end("HTTP/1.1 200 OK\r\nContent-Ty");
export const hangInTheHead: Reply = (socket) => socket.write("HTTP/1.1 200 OK\r\nContent-Ty");
export const halfABody: Reply = (socket, answer) =>
  socket.end(head(answer, Buffer.byteLength(answer.body)) + half(answer.body));
export const resetInTheBody: Reply = (socket, answer) =>
  socket.write(head(answer, Buffer.byteLength(answer.body)) + half(answer.body), () => socket.resetAndDestroy());
export const hangInTheBody: Reply = (socket, answer) =>
  socket.write(head(answer, Buffer.byteLength(answer.body)) + half(answer.body));

/** One byte after the other, for longer than anybody waits. */
export const drip: Reply = (socket, answer) => {
  socket.write(head(answer, 1_000_000));
  const timer = setInterval(() => socket.write(" "), 50);
  socket.once("close", () => clearInterval(timer));
};

export const notHttp: Reply = (socket) => socket.end("220 mail.example ESMTP ready\r\n");
export const htmlPage = (status: number) => whole(status, "text/html; charset=utf-8", page(`${status} Gateway`));
export const htmlAsJson = whole(200, awsJson, page("Sign in"));
export const signIn = whole(302, "text/html", page("Found"), { location: "http://sign-in.invalid/" });
export const empty = whole(200, "", "");
export const emptyAwsJson = whole(200, awsJson, "");
export const emptyObject = whole(200, awsJson, "{}");
export const gatewayJson = (status: number) =>
  whole(status, "application/json", '{"message":"upstream request failed"}');
export const namelessError = whole(502, awsJson, '{"message":null}');
export const list = whole(200, awsJson, "[]");
export const cutJson = answering((answer) => ({ ...answer, body: half(answer.body) }));
export const asText = answering((answer) => ({ ...answer, headers: { "content-type": "text/plain" } }));

export const throttled = inAwsWords(400, "ThrottlingException", "Rate exceeded");
export const expired = inAwsWords(
  400,
  "ExpiredTokenException",
  "The security token included in the request is expired",
);
export const denied = inAwsWords(400, "AccessDeniedException", "User: x is not authorized to perform: sagemaker:Any");
export const invalid = inAwsWords(400, "ValidationException", "1 validation error detected");
export const overLimit = inAwsWords(400, "ResourceLimitExceeded", "The account-level service limit is 500");
export const serviceFault = inAwsWords(500, "InternalFailure", "The request processing has failed");
export const serviceUnavailable = inAwsWords(503, "ServiceUnavailable", "The service is unavailable");
