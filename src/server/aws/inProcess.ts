import { type HttpRequest, HttpResponse } from "@smithy/core/transport";
import type { LocalRegion } from "../../local-region";

/** A request handler for the SDK that hands each request to the local region instead of a socket. */
export function inProcess(region: Pick<LocalRegion, "handle">) {
  return {
    handle: async (request: HttpRequest): Promise<{ response: HttpResponse }> => {
      const body = textOf(request.body);
      const headers = Object.fromEntries(
        Object.entries(request.headers).map(([name, value]) => [name.toLowerCase(), value]),
      );
      const answer = await region.handle({ method: request.method, path: request.path, headers, body });
      return {
        response: new HttpResponse({
          statusCode: answer.status,
          headers: answer.headers,
          body: new TextEncoder().encode(answer.body),
        }),
      };
    },
    updateHttpClientConfig: () => {},
    httpHandlerConfigs: () => ({}),
  };
}

/** The protocol hands over bytes that answer to string methods with a warning, so bytes come first. */
function textOf(body: unknown): string {
  if (body instanceof Uint8Array) return new TextDecoder().decode(body);
  return typeof body === "string" ? body : "";
}
