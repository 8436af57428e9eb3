// Vite's page, from its sources and with hot reload, in the place of the built one.
import { randomBytes } from "node:crypto";
import { createServer } from "node:http";
import { loosened } from "./policy.mjs";

/** The page then waits for a lost server by itself, not in a worker made from a blob, which the policy refuses. */
const withoutSharedWorker = {
  name: "without-shared-worker",
  transformIndexHtml: () => [{ tag: "script", children: "delete globalThis.SharedWorker;", injectTo: "head-prepend" }],
};

/** `folder` and `configFile` are Vite's root and configuration; `productPolicy` is the policy to be loosened. */
export async function openDevPage({ folder, configFile, productPolicy }) {
  const vite = await import("vite");
  const nonce = randomBytes(18).toString("base64url");
  const policy = loosened(productPolicy, nonce);
  // Never listens: it passes on the upgrades that the door has let in.
  const upgrades = createServer();
  const page = await vite.createServer({
    root: folder,
    configFile,
    logLevel: "warn",
    clearScreen: false,
    appType: "mpa",
    plugins: [withoutSharedWorker],
    html: { cspNonce: nonce },
    server: { middlewareMode: true, cors: false, ws: { server: upgrades } },
  });
  return {
    answer: (request, response) => {
      response.setHeader("content-security-policy", policy);
      page.middlewares(request, response);
    },
    upgrade: (request, socket, head) => {
      // Vite leaves others open.
      const isVites = /^vite-(hmr|ping)$/.test(request.headers["sec-websocket-protocol"] ?? "");
      if (isVites) upgrades.emit("upgrade", request, socket, head);
      else socket.destroy();
    },
    close: () => page.close(),
  };
}
