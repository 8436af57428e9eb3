/** The built page's files, as answers. */
import type { IncomingMessage, ServerResponse } from "node:http";
import { proxyMeta } from "../../contract/session";
import { type BehindProxy, noProxy } from "./behindProxy";
import { pathOf } from "./door";
import type { PageServer } from "./httpServer";
import { chooseEncoding, readStaticFiles, type StaticFiles } from "./static";

/** Serves the files below `folder` as they are now. Behind a proxy that proves itself the page is told so. */
export function builtPage(folder: string, { secret }: Pick<BehindProxy, "secret"> = noProxy): PageServer {
  const files = readStaticFiles(folder, secret === null ? undefined : toldOfProxy);
  return { answer: (request, response) => void sendFile(request, response, files) };
}

function toldOfProxy(html: string): string {
  return html.replace("<head>", `<head><meta name="${proxyMeta}" content="yes">`);
}

async function sendFile(request: IncomingMessage, response: ServerResponse, files: StaticFiles): Promise<void> {
  const file = files.get(pathOf(request.url ?? ""));
  if (file === undefined) {
    response.writeHead(404, { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" });
    response.end(request.method === "HEAD" ? undefined : "There is no such file.\n");
    return;
  }
  const common = { etag: file.etag, "cache-control": file.cacheControl, vary: "accept-encoding" };
  if (request.headers["if-none-match"] === file.etag) {
    response.writeHead(304, common).end();
    return;
  }
  const encoding = chooseEncoding(acceptedEncodings(request), file);
  const bytes = await file.bytes(encoding);
  response.writeHead(200, {
    ...common,
    "content-type": file.contentType,
    "content-length": bytes.length,
    ...(encoding === "identity" ? {} : { "content-encoding": encoding }),
  });
  response.end(request.method === "HEAD" ? undefined : bytes);
}

function acceptedEncodings(request: IncomingMessage): string | undefined {
  const accepted = request.headers["accept-encoding"];
  return typeof accepted === "string" ? accepted : undefined;
}
