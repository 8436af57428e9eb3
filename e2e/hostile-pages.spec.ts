import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { type Browser, chromium, type Page } from "@playwright/test";
import { noteFaults } from "../src/testing/fullTier";
import { expect, test } from "./support/test";

/** What a page tries; runs in the page. Answers what it got hold of, null for nothing. */
interface Attempt {
  readonly way: string;
  readonly address: string;
  readonly method?: string;
  readonly type?: string;
}

const operations = ["listPipelines", "plan", "deploy", "startExecution", "readFile", "writeFile"];
const types = ["text/plain", "application/json", "application/x-www-form-urlencoded", "multipart/form-data"];

/** All that a page of another origin can send, or load, without the person's help. */
function attempts(origin: string, script: string): Attempt[] {
  const api = operations.map((name) => `${origin}/api/${name}`);
  const session = `${origin}/api/session`;
  const readable = [`${origin}/`, `${origin}${script}`, session, ...api];
  return [
    ...readable.flatMap((address) =>
      ["fetch", "fetch without cors", "fetch with credentials", "xhr"].map((way) => ({ way, address })),
    ),
    ...[session, ...api].flatMap((address) => types.map((type) => ({ way: "fetch", address, method: "POST", type }))),
    ...[session, ...api].flatMap((address) =>
      ["text/plain", "application/json"].map((type) => ({ way: "fetch without cors", address, method: "POST", type })),
    ),
    ...[session, api[2] ?? ""].flatMap((address) =>
      ["PUT", "DELETE", "PATCH"].map((method) => ({ way: "fetch", address, method })),
    ),
    ...[`${origin}/`, `${origin}${script}`, session].flatMap((address) =>
      ["script", "module", "style", "image", "iframe", "object", "embed", "import", "worker"].map((way) => ({
        way,
        address,
      })),
    ),
    ...[session, api[2] ?? ""].flatMap((address) =>
      ["beacon", "form", "multipart form", "text form", "event source"].map((way) => ({ way, address })),
    ),
    ...["/", "/api/session", "/api/events"].map((path) => ({
      way: "web socket",
      address: origin.replace("http", "ws") + path,
    })),
    ...[`${origin}/`, session].map((address) => ({ way: "window", address })),
  ];
}

function attempt({ way, address, method = "GET", type }: Attempt): Promise<string | null> {
  const body = JSON.stringify({ code: "AAAAAAAAAAAAAAAA", target: { kind: "local" }, pipelineName: "stolen" });
  const sent = method === "GET" || method === "HEAD" ? {} : { body };
  const headers: HeadersInit = type === undefined ? {} : { "content-type": type };
  const got = (response: Response) => (response.ok ? `read ${response.status}` : null);
  const nothing = () => null;
  const loads = (element: HTMLElement & { src?: string; href?: string; data?: string }, set: () => void) =>
    new Promise<string | null>((resolve) => {
      element.onload = () => resolve("loaded");
      element.onerror = () => resolve(null);
      set();
      document.body.append(element);
      setTimeout(() => resolve(null), 1_500);
    });
  const sends = (enctype: string) => {
    const form = document.createElement("form");
    Object.assign(form, { method: "POST", action: address, enctype, target: "nowhere" });
    const input = document.createElement("input");
    Object.assign(input, { name: '{"code":"', value: '"}' });
    form.append(input);
    document.body.append(form);
    form.submit();
    return Promise.resolve(null);
  };
  switch (way) {
    case "fetch":
      return fetch(address, { method, headers, ...sent }).then(got, nothing);
    case "fetch with credentials":
      return fetch(address, { method, credentials: "include" }).then(got, nothing);
    case "fetch without cors":
      return fetch(address, { mode: "no-cors", method, headers, ...sent }).then(
        (response) => (response.type === "opaque" ? null : got(response)),
        nothing,
      );
    case "xhr":
      return new Promise((resolve) => {
        const request = new XMLHttpRequest();
        request.onload = () => resolve(request.status < 400 ? "read" : null);
        request.onerror = () => resolve(null);
        request.open(method, address);
        request.send();
      });
    case "script":
    case "module": {
      const element = document.createElement("script");
      if (way === "module") element.type = "module";
      return loads(element, () => Object.assign(element, { src: address }));
    }
    case "style": {
      const element = document.createElement("link");
      element.rel = "stylesheet";
      return loads(element, () => Object.assign(element, { href: address }));
    }
    case "image": {
      const element = document.createElement("img");
      return loads(element, () => Object.assign(element, { src: address }));
    }
    case "import":
      return import(address).then(() => "imported", nothing);
    case "worker":
      return new Promise((resolve) => {
        try {
          const worker = new Worker(address);
          worker.onerror = () => resolve(null);
          worker.onmessage = () => resolve("answered");
          setTimeout(() => resolve(null), 500);
        } catch {
          resolve(null);
        }
      });
    case "iframe":
    case "object":
    case "embed": {
      // A refused frame loads too: the browser's own page of an error. What is in it, the test asks.
      const element = document.createElement(way);
      return loads(element, () => Object.assign(element, way === "object" ? { data: address } : { src: address })).then(
        nothing,
      );
    }
    case "beacon":
      navigator.sendBeacon(address, body);
      return Promise.resolve(null);
    case "form":
      return sends("application/x-www-form-urlencoded");
    case "multipart form":
      return sends("multipart/form-data");
    case "text form":
      return sends("text/plain");
    case "event source":
    case "web socket":
      return new Promise((resolve) => {
        const source = way === "web socket" ? new WebSocket(address) : new EventSource(address);
        source.onopen = () => resolve("open");
        source.onerror = () => {
          source.close();
          resolve(null);
        };
      });
    case "window": {
      const opened = window.open(address);
      return new Promise((resolve) => {
        setTimeout(() => {
          let got: string | null = null;
          try {
            // The opener is cut off from the page; a refusal may be read where the name was rebound, the page may not.
            if (opened !== null && !opened.closed && opened.document.querySelector("script[src], #root")) got = "read";
          } catch {
            got = null;
          }
          opened?.close();
          resolve(got);
        }, 500);
      });
    }
    default:
      return Promise.reject(new Error(way));
  }
}

async function hostileServer() {
  const page = '<!doctype html><title>Hostile</title><body><iframe name="nowhere"></iframe>';
  const server = createServer((_, response) => response.setHeader("content-type", "text/html").end(page));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { page, port, close: () => server.close() };
}

/** All attempts in one page, side by side; those that got something. */
async function lettingIn(page: Page, all: readonly Attempt[]): Promise<string[]> {
  const wins: string[] = [];
  const one = async (each: Attempt) => {
    const got = await page.evaluate(attempt, each);
    if (got !== null)
      wins.push(`${each.way} ${each.method ?? "GET"} ${each.address} as ${each.type ?? "nothing"}: ${got}`);
  };
  await Promise.all(all.map(one));
  for (const frame of page.frames().slice(1)) {
    const text = await frame
      .locator("body")
      .textContent({ timeout: 1_000 })
      .catch(() => "");
    if (/Stepwire|Pipelines/.test(text ?? "")) wins.push(`a frame shows ${frame.url()}: ${text}`);
  }
  return wins;
}

test("a hostile page in the same browser reads nothing, loads nothing and does nothing", async ({
  page,
  server,
  editor,
}) => {
  test.setTimeout(180_000);
  await editor.beginWithLambda();
  const script = await page.locator("script[src]").first().getAttribute("src");
  const asset = new URL(script ?? "", server.origin).pathname;
  const hostile = await hostileServer();
  const { launchOptions } = test.info().project.use;
  const args = [
    ...(launchOptions?.args ?? []),
    "--host-resolver-rules=MAP *.example 127.0.0.1",
    "--disable-features=LocalNetworkAccessChecks,BlockInsecurePrivateNetworkRequests,PrivateNetworkAccessSendPreflights",
  ];
  let browser: Browser | null = null;
  const wins: string[] = [];
  let tried = 0;
  try {
    browser = await chromium.launch({ ...launchOptions, args });
    const context = await browser.newContext();
    // Another port of this machine by number and by name, another site, and a name that was rebound to the product's own port.
    const rebound = `http://rebound.example:${server.port}`;
    await context.route(`${rebound}/hostile`, (route) =>
      route.fulfill({ contentType: "text/html", body: hostile.page }),
    );
    for (const [address, aim] of [
      [`http://127.0.0.1:${hostile.port}/`, server.origin],
      [`http://localhost:${hostile.port}/`, server.origin],
      [`http://evil.example:${hostile.port}/`, server.origin],
      [`${rebound}/hostile`, rebound],
    ] as const) {
      const enemy = await context.newPage();
      await enemy.goto(address);
      const all = attempts(aim, asset);
      tried += all.length;
      // What the page tries does work where it is let in: at its own server.
      if (aim === server.origin)
        expect((await lettingIn(enemy, attempts(new URL(address).origin, "/"))).length).toBeGreaterThan(25);
      wins.push(...(await lettingIn(enemy, all)).map((win) => `from ${address}: ${win}`));
      await enemy.close();
    }
  } finally {
    await browser?.close();
    hostile.close();
  }
  noteFaults("ways of a hostile page in the same browser that read, load or do something", wins.length, tried);
  expect(wins).toEqual([]);
  expect(tried).toBeGreaterThan(145);
  // The person's own page is served as before.
  await editor.addByClick("Training");
  await page.reload();
  await expect(editor.step("Training")).toBeVisible();
});
