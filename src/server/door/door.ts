/**
 * Who is let in. The local server holds AWS credentials, and every web page that the user visits can try to talk to it.
 *
 * Pure, and run on Node's own request: a `Request` has already resolved `/../` and joined doubled headers.
 * The rules stand in the order in which they are applied; a refusal says in one line what was received and what to change,
 * without repeating any of it.
 */
import { proxyHeader, tokenHeader } from "../../contract/session";
import { addressOf, type BehindProxy, noProxy, provesProxy, targetInside } from "./behindProxy";

export interface RawRequest {
  readonly method: string;
  readonly target: string;
  readonly httpVersion: string;
  /** As Node keeps them: name, value, name, value … */
  readonly rawHeaders: readonly string[];
}

export interface DoorKeeper {
  readonly port: number;
  /** Compares in constant time. */
  readonly isToken: (candidate: string) => boolean;
  /** Left out, nobody stands between the browser and this server. */
  readonly proxy?: BehindProxy;
}

export type Verdict =
  | { readonly kind: "in" }
  | { readonly kind: "redirect"; readonly location: string }
  | { readonly kind: "refuse"; readonly status: number; readonly line: string; readonly page: boolean };

export const bodyLimit = 2 * 1024 * 1024;
const sessionPath = "/api/session";

type Refusal = Extract<Verdict, { kind: "refuse" }>;

function refuse(status: number, line: string, page = false): Refusal {
  return { kind: "refuse", status, line, page };
}

/** All values of a header, in the order received. */
function valuesOf(raw: RawRequest, name: string): readonly string[] {
  return raw.rawHeaders.filter((_, i) => i % 2 === 1 && raw.rawHeaders[i - 1]?.toLowerCase() === name);
}

/** The target's path as it was sent, without its query. */
export function pathOf(target: string): string {
  const query = target.indexOf("?");
  return query < 0 ? target : target.slice(0, query);
}

export function isApi(path: string): boolean {
  return path === "/api" || path.startsWith("/api/");
}

function isRead(method: string): boolean {
  return method === "GET" || method === "HEAD";
}

function isPage(raw: RawRequest): boolean {
  return isRead(raw.method) && pathOf(raw.target) === "/";
}

/**
 * Rule 1: exactly one `Host`, this server's own or one that it was told. On every path: a rebound name shows itself in nothing else.
 * A proxy that has proved itself may name any: it hands on what the browser calls it.
 */
function checkHost(raw: RawRequest, { port, proxy, proxied }: Knocking): Refusal | null {
  const [host, ...more] = valuesOf(raw, "host");
  const change = proxied ? "let the proxy hand on the one of the browser" : `use ${addressOf(proxy, port)}`;
  if (host === undefined || more.length > 0)
    return refuse(400, `Received ${host === undefined ? 0 : more.length + 1} Host headers; ${change}.`);
  if (proxied) return /^[\w.:[\]-]+$/.test(host) ? null : refuse(400, `Received a Host that is no name; ${change}.`);
  const own = proxy.hosts.length > 0 ? proxy.hosts : [`127.0.0.1:${port}`];
  const other = proxy.hosts.length > 0 ? "a Host that --allow-host does not name" : "a Host of another server";
  return own.includes(host) ? null : refuse(421, `Received ${other}; ${change}.`);
}

/** Rule 2: a plain target, HTTP/1.1, and a method that something here answers. */
function checkTarget(raw: RawRequest): Refusal | null {
  if (raw.httpVersion !== "1.1") return refuse(505, "Received another version of HTTP; use HTTP/1.1.");
  if (!raw.target.startsWith("/")) return refuse(400, "Received a target without a leading slash; send a path.");
  if (/[#\\]/.test(raw.target)) return refuse(400, "Received a target with # or a backslash; send a plain path.");
  if (!isRead(raw.method) && raw.method !== "POST")
    return refuse(405, "Received another method; use GET, HEAD or POST.");
  return null;
}

/** Rule 3: nothing from another site, and `same-site` is another one: every other port of this machine is same-site. */
function checkFetchSite(raw: RawRequest): Refusal | null {
  const sites = valuesOf(raw, "sec-fetch-site");
  if (sites.length === 0) return null;
  if (sites.length === 1 && sites[0] === "same-origin") return null;
  if (sites.length === 1 && sites[0] === "none" && isPage(raw)) return null;
  return refuse(403, "Received a request from another site; open the address in a new tab.", isPage(raw));
}

/** Rule 4: this origin exactly, or one that it was told; behind a proved proxy that of the Host. Only reads may come without one. */
function checkOrigin(raw: RawRequest, { port, proxy, proxied }: Knocking): Refusal | null {
  const [origin, ...more] = valuesOf(raw, "origin");
  const [host] = valuesOf(raw, "host");
  const own = proxied
    ? [`https://${host}`, `http://${host}`]
    : proxy.origins.length > 0
      ? proxy.origins
      : [`http://127.0.0.1:${port}`];
  // The Host of a proxied request is the sender's word, which is not repeated.
  const named = proxied ? "that of the Host" : own[0];
  if (origin === undefined) {
    return isRead(raw.method) ? null : refuse(403, `Received no Origin; send Origin: ${named}.`);
  }
  if (more.length === 0 && own.includes(origin)) return null;
  const told = proxy.hosts.length > 0 && proxy.origins.length === 0 ? ", or name it with --allow-origin" : "";
  return refuse(403, `Received another Origin; call from a page of ${named}${told}.`, isPage(raw));
}

/** Rule 5: `/api` wants the token, but for the one path where it is to be had. */
function checkToken(raw: RawRequest, isToken: DoorKeeper["isToken"]): Refusal | null {
  const path = pathOf(raw.target);
  if (!isApi(path) || (path === sessionPath && raw.method === "POST")) return null;
  const tokens = valuesOf(raw, tokenHeader);
  const [token] = tokens;
  if (tokens.length === 1 && token !== undefined && isToken(token)) return null;
  const received =
    tokens.length === 0 ? "no token" : tokens.length === 1 ? "a token that is not valid" : "several tokens";
  return refuse(401, `Received ${received}; open the link that the terminal prints.`);
}

/** Rule 6: JSON, said exactly, and not more than 2 MiB of it. */
function checkBody(raw: RawRequest): Refusal | null {
  if (isRead(raw.method)) return null;
  const types = valuesOf(raw, "content-type");
  if (types.length !== 1 || types[0] !== "application/json") {
    return refuse(415, "Received another Content-Type; send exactly application/json.");
  }
  const lengths = valuesOf(raw, "content-length");
  // Digits alone: whatever compares to no number would come in under any limit.
  if (lengths.length > 1 || !lengths.every((length) => /^\d+$/.test(length)))
    return refuse(400, "Received a Content-Length that is no number; send the body's length in bytes.");
  if (lengths.some((length) => Number(length) > bodyLimit))
    return refuse(413, "Received a body over 2 MiB; send less.");
  return null;
}

/** Who knocks, as far as it is settled before the rules. */
interface Knocking {
  readonly port: number;
  readonly proxy: BehindProxy;
  readonly proxied: boolean;
}

/** Decides on one request by the six rules, in their order. */
export function door(received: RawRequest, keeper: DoorKeeper): Verdict {
  const { port, proxy = noProxy } = keeper;
  const proxied = provesProxy(proxy, valuesOf(received, proxyHeader));
  const knocking = { port, proxy, proxied };
  const raw = { ...received, target: targetInside(proxy, received.target) };
  const hosts = valuesOf(raw, "host");
  // Two names would be two storages in the browser, so the page moves to the one; only its own address is ever sent back.
  if (!proxied && proxy.hosts.length === 0 && hosts.length === 1 && hosts[0] === `localhost:${port}` && isPage(raw)) {
    return { kind: "redirect", location: `http://127.0.0.1:${port}${proxy.basePath}` };
  }
  const refusal =
    checkHost(raw, knocking) ??
    checkTarget(raw) ??
    checkFetchSite(raw) ??
    checkOrigin(raw, knocking) ??
    checkToken(raw, keeper.isToken) ??
    checkBody(raw);
  if (refusal !== null) return refusal;
  // The page's addresses are relative: they hold below the path with its slash alone.
  if (isRead(raw.method) && `${pathOf(raw.target)}/` === proxy.basePath)
    return { kind: "redirect", location: proxy.basePath };
  return { kind: "in" };
}
