/**
 * Who may talk to `stepwire local-region`: programs on this computer, no web page. A page that the user visits can send requests to any
 * local port; it cannot hide its `Origin` or `Sec-Fetch-Site`, nor the wrong `Host` of a rebound name.
 */
export interface RawHead {
  readonly method: string;
  readonly target: string;
  readonly httpVersion: string;
  /** Node's own list: name, value, name, value; doubled headers stand twice. */
  readonly rawHeaders: readonly string[];
}

export interface Refusal {
  readonly status: number;
  readonly message: string;
}

/** Why a request is not let in, in the order of the rules; null when it is. Never repeats what came in. */
export function refusalOf({ method, target, httpVersion, rawHeaders }: RawHead, port: number): Refusal | null {
  const expected = `127.0.0.1:${port}`;
  const hosts = valuesOf(rawHeaders, "host");
  if (hosts.length !== 1 || hosts[0] !== expected) {
    return { status: 421, message: `Exactly one Host header is needed, and it must be ${expected}.` };
  }
  if (httpVersion !== "1.1") return { status: 505, message: "HTTP/1.1 is needed." };
  if (!target.startsWith("/") || /[#\\]/.test(target)) {
    return { status: 400, message: "The request target must be a path that starts with / and has no # or \\." };
  }
  if (valuesOf(rawHeaders, "origin").length > 0 || valuesOf(rawHeaders, "sec-fetch-site").length > 0) {
    return { status: 403, message: "The local region does not answer web pages." };
  }
  if (method !== "POST") return { status: 405, message: "The local region takes POST, as AWS SDKs send it." };
  const types = valuesOf(rawHeaders, "content-type");
  if (types.length !== 1 || types[0] !== "application/x-amz-json-1.1") {
    return { status: 415, message: "Content-Type must be application/x-amz-json-1.1." };
  }
  return null;
}

function valuesOf(rawHeaders: readonly string[], name: string): readonly string[] {
  return rawHeaders.filter((_value, index) => index % 2 === 1 && rawHeaders[index - 1]?.toLowerCase() === name);
}
