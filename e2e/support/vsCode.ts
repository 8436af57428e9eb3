import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { extname } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "@playwright/test";
import { type FakeDocument, FakeVsCode } from "../../src/testing/fakeVsCode";
import type { FakePanel } from "../../src/testing/fakeVsCodePanel";

const built = (path: string) => fileURLToPath(new URL(`../../dist/${path}`, import.meta.url));
const types: Readonly<Record<string, string>> = {
  ".js": "text/javascript",
  ".css": "text/css",
  ".woff2": "font/woff2",
};

/**
 * The built extension in a VS Code that is a fake, its windows in a real browser: as there, the page has one origin, the files of the
 * extension another, and what passes between page and extension are messages.
 */
export class VsCodeWindow {
  readonly code = new FakeVsCode();
  readonly #servers: Server[] = [];
  /** Addresses that were asked for, but for the extension's own files. */
  readonly elsewhere: string[] = [];

  constructor(readonly page: Page) {}

  async start(): Promise<void> {
    const resources = await this.#serve((path) => {
      if (!path.startsWith("/extension/page/")) return null;
      return {
        type: types[extname(path)] ?? "application/octet-stream",
        body: readFileSync(built(path.slice("/extension/".length))),
      };
    });
    this.code.resources = resources;
    this.code.files.set("/extension/page/index.html", readFileSync(built("page/index.html"), "utf8"));
    const module = { exports: {} as { activate(context: unknown): void } };
    const real = createRequire(import.meta.url);
    const require = (name: string) => (name === "vscode" ? this.code.api : real(name));
    new Function("module", "exports", "require", readFileSync(built("vscode/extension.cjs"), "utf8"))(
      module,
      module.exports,
      require,
    );
    module.exports.activate(this.code.context);
  }

  /** Shows a document in the extension's editor, as VS Code does. */
  async edit(document: FakeDocument, look = "vscode-dark"): Promise<void> {
    await this.show(await this.code.edit(document), look);
  }

  async show(panel: FakePanel, look = "vscode-dark"): Promise<void> {
    const html = () => panel.webview.html.replace("<body>", `<body class="${look}" data-vscode-theme-kind="${look}">`);
    const origin = await this.#serve((path) => (path === "/" ? { type: "text/html", body: html() } : null));
    this.page.on("request", (request) => {
      const url = request.url();
      if (url !== `${origin}/` && !url.startsWith(`${this.code.resources}/extension/page/`) && !url.startsWith("blob:"))
        this.elsewhere.push(url);
    });
    await this.page.exposeFunction("toExtension", (message: unknown) => panel.port.post(message));
    await this.page.addInitScript(() => {
      const { toExtension } = window as unknown as { toExtension(message: unknown): void };
      Object.assign(window, { acquireVsCodeApi: () => ({ postMessage: (message: unknown) => toExtension(message) }) });
    });
    panel.port.listen((message) => {
      // A page that is closed hears nothing any more.
      void this.page.evaluate((message) => window.postMessage(message, "*"), message).catch(() => undefined);
    });
    await this.page.goto(`${origin}/`);
  }

  async stop(): Promise<void> {
    for (const one of this.code.context.subscriptions) one.dispose();
    for (const server of this.#servers) {
      server.closeAllConnections();
      server.close();
    }
  }

  async #serve(answer: (path: string) => { type: string; body: string | Buffer } | null): Promise<string> {
    const server = createServer(({ url = "/" }, response) => {
      const found = answer(new URL(url, "http://localhost").pathname);
      response.writeHead(found === null ? 404 : 200, {
        "content-type": found?.type ?? "text/plain",
        "access-control-allow-origin": "*",
      });
      response.end(found?.body);
    });
    this.#servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }
}
