/** What the command line says of a proxy before the server: exact values, or none. */
import { type BehindProxy, noProxy } from "../server/door/behindProxy";
import { UsageError } from "./usageError";

export interface ProxyOptions {
  readonly basePath?: string;
  readonly allowHost?: readonly string[];
  readonly allowOrigin?: readonly string[];
}

/** Names the secret that a proxy and this server share: 256 bits, as 64 hexadecimal digits or 43 of base64url. */
const secretVariable = "STEPWIRE_PROXY_SECRET";

const host = /^(?:[a-z0-9-]+(?:\.[a-z0-9-]+)*|\[[0-9a-f:]+\])(?::\d{1,5})?$/;
const path = /^\/(?:[\w~-][\w.~-]*\/)*$/;

/** Reads the options and the secret, which it takes out of the environment: no program that is started from here hears it. */
export function proxyOf(options: ProxyOptions, env: NodeJS.ProcessEnv): BehindProxy {
  const { basePath = "/", allowHost = [], allowOrigin = [] } = options;
  const secret = env[secretVariable];
  delete env[secretVariable];
  if (secret !== undefined && !/^(?:[0-9a-fA-F]{64}|[\w-]{43,200})$/.test(secret))
    throw new UsageError(
      `${secretVariable} holds no secret of 256 bits. Make one with: python3 -c "import secrets; print(secrets.token_urlsafe(32))"`,
    );
  for (const each of allowHost)
    if (!host.test(each))
      throw new UsageError(
        "--allow-host takes the host as a browser sends it: lower case, with a port unless it is the usual one, as in editor.example.com or localhost:8080.",
      );
  for (const each of allowOrigin)
    if (!isOrigin(each))
      throw new UsageError(
        "--allow-origin takes an origin as a browser sends it: scheme and host without a slash at the end, as in https://editor.example.com.",
      );
  if (allowHost.length > 0 && allowOrigin.length === 0)
    throw new UsageError(
      `--allow-host alone lets a page be read but nothing be done: give --allow-origin too, such as https://${allowHost[0]}.`,
    );
  const base = `${basePath.startsWith("/") ? "" : "/"}${basePath}${basePath.endsWith("/") ? "" : "/"}`;
  if (!path.test(base))
    throw new UsageError("--base-path takes a path of letters, digits, -, _, . and ~, as in /tools/stepwire/.");
  return { ...noProxy, basePath: base, hosts: allowHost, origins: allowOrigin, secret: secret ?? null };
}

function isOrigin(text: string): boolean {
  const rest = /^https?:\/\/(.*)$/.exec(text)?.[1];
  return rest !== undefined && host.test(rest) && URL.canParse(text) && new URL(text).origin === text;
}
