/**
 * Who is let in. The local server holds AWS credentials, and every web page that the user visits can try to talk to it.
 *
 * Pure, and run on Node's own request: a `Request` has already resolved `/../` and joined doubled headers.
 * The rules stand in the order in which they are applied; a refusal says in one line what was received and what to change,
 * without repeating any of it.
 */
import { tokenHeader } from "../../contract/session";

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
}

export type Verdict =
  | { readonly kind: "in" }
  | { readonly kind: "redirect"; readonly location: string }
  | { readonly kind: "refuse"; readonly status: number; readonly line: string; readonly page: boolean };

export const bodyLimit = 2 * 1024 * 1024;
export const sessionPath = "/api/session";

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

/** Rule 1: exactly one `Host`, this server's own. On every path: a rebound name shows itself in nothing else. */
export function checkHost(raw: RawRequest, port: number): Refusal | null {
  const hosts = valuesOf(raw, "host");
  const change = `use http://127.0.0.1:${port}`;
  if (hosts.length !== 1) return refuse(400, `Received ${hosts.length} Host headers; ${change}.`);
  return hosts[0] === `127.0.0.1:${port}` ? null : refuse(421, `Received a Host of another server; ${change}.`);
}

/** Rule 2: a plain target, HTTP/1.1, and a method that something here answers. */
export function checkTarget(raw: RawRequest): Refusal | null {
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

/** Rule 4: this origin exactly; only reads may come without one. */
function checkOrigin(raw: RawRequest, port: number): Refusal | null {
  const origins = valuesOf(raw, "origin");
  const own = `http://127.0.0.1:${port}`;
  if (origins.length === 0) {
    return isRead(raw.method) ? null : refuse(403, `Received no Origin; send Origin: ${own}.`);
  }
  if (origins.length === 1 && origins[0] === own) return null;
  return refuse(403, `Received another Origin; call from a page of ${own}.`, isPage(raw));
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

/** Decides on one request by the six rules, in their order. */
export function door(raw: RawRequest, keeper: DoorKeeper): Verdict {
  const { port } = keeper;
  const hosts = valuesOf(raw, "host");
  // Two names would be two storages in the browser, so the page moves to the one; only its own address is ever sent back.
  if (hosts.length === 1 && hosts[0] === `localhost:${port}` && isPage(raw)) {
    return { kind: "redirect", location: `http://127.0.0.1:${port}/` };
  }
  return (
    checkHost(raw, port) ??
    checkTarget(raw) ??
    checkFetchSite(raw) ??
    checkOrigin(raw, port) ??
    checkToken(raw, keeper.isToken) ??
    checkBody(raw) ?? { kind: "in" }
  );
}
