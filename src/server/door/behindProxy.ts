/**
 * Where the server stands behind a reverse proxy: what a browser then names as Host and Origin, and under which path it finds the page.
 * Each is an exact value that the person who starts the server gives; nothing is let in by default.
 */
import { sameSecret } from "./token";

export interface BehindProxy {
  /** Begins and ends with a slash. The proxy may strip it or pass it on. */
  readonly basePath: string;
  /** In place of this server's own Host, where there are any. */
  readonly hosts: readonly string[];
  /** In place of this server's own Origin, where there are any. */
  readonly origins: readonly string[];
  /** Known to the proxy and to this server alone; null where the proxy proves nothing. */
  readonly secret: string | null;
}

export const noProxy: BehindProxy = { basePath: "/", hosts: [], origins: [], secret: null };

/** Whether these, all values of the header, prove that the request came through the proxy. Compares in constant time. */
export function provesProxy({ secret }: BehindProxy, values: readonly string[]): boolean {
  const [value] = values;
  return secret !== null && values.length === 1 && value !== undefined && sameSecret(value, secret);
}

/** The target as it would be without a proxy. */
export function targetInside({ basePath }: BehindProxy, target: string): string {
  return basePath !== "/" && target.startsWith(basePath) ? target.slice(basePath.length - 1) : target;
}

/** What a person types into the address bar, as far as it is known here. */
export function addressOf({ basePath, origins }: BehindProxy, port: number): string {
  return `${origins[0] ?? `http://127.0.0.1:${port}`}${basePath}`;
}
