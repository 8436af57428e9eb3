/** What an attacker may put on the wire before the door, as a table: a right request, and what may be wrong with each part of it. */
import type { BehindProxy } from "../server/door/behindProxy";
import { rawRequest } from "./rawHttp";

export const token = "Tm90LXRoZS1yZWFsLXRva2VuLWJ1dC1sb25n";
export const secret = "c2VjcmV0LW9mLXRoZS1wcm94eS1mb3ItdGVzdHMtb25seQ";

/** How a server stands, and what a right request is to it. */
export interface Stand {
  readonly name: string;
  readonly proxy: BehindProxy;
  /** What a browser names as the server. */
  readonly host: (port: number) => string;
  readonly origin: (port: number) => string;
  readonly secrets: readonly string[];
}

const bare: BehindProxy = { basePath: "/", hosts: [], origins: [], secret: null };
const own = (port: number) => `127.0.0.1:${port}`;

export const stands: readonly Stand[] = [
  { name: "alone", proxy: bare, host: own, origin: (port) => `http://${own(port)}`, secrets: [] },
  {
    name: "below a path",
    proxy: { ...bare, basePath: "/tools/stepwire/" },
    host: own,
    origin: (port) => `http://${own(port)}`,
    secrets: [],
  },
  {
    name: "behind a proxy that was named",
    proxy: { ...bare, basePath: "/tools/", hosts: ["ed.example"], origins: ["https://ed.example"] },
    host: () => "ed.example",
    origin: () => "https://ed.example",
    secrets: [],
  },
  {
    name: "behind a proxy that proves itself",
    proxy: { ...bare, secret },
    host: () => "hub.example:8443",
    origin: () => "https://hub.example:8443",
    secrets: [secret],
  },
];

/** A small generator with a seed, so that a failing run can be run again. */
export function dice(seed: number): <T>(sides: readonly T[]) => T {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const side = sides[Math.floor((state / 2 ** 32) * sides.length)];
    if (side === undefined) throw new Error("Nothing to choose from.");
    return side;
  };
}

interface Combination {
  readonly method: string;
  readonly target: string;
  readonly version: string;
  readonly hosts: readonly string[];
  readonly origins: readonly string[];
  readonly sites: readonly string[];
  readonly types: readonly string[];
  readonly tokens: readonly string[];
  readonly secrets: readonly string[];
}

/** Ways to write a Host that is not the one. */
export function hostSpellings(host: string, port: number): readonly string[] {
  const name = host.replace(/:\d+$/, "");
  const other = [
    "localhost",
    "evil.example",
    "127.0.0.1.nip.io",
    "[::1]",
    "0.0.0.0",
    "127.1",
    "2130706433",
    "0x7f000001",
  ];
  const more = ["017700000001", "127.0.1", "127.000.000.001", "0177.0.0.1", "127.0.0.2", "[::ffff:127.0.0.1]", "[::]"];
  const names = [
    ...other,
    ...more,
    "ip6-localhost",
    "localhost.localdomain",
    "rebound.example",
    "127.0.0.01",
    "127.0.0.1.evil.example",
    "localhost.",
    "127-0-0-1.example",
    "lvh.me",
    "xn--e1afmkfd.example",
  ];
  const around = (text: string) => [
    ...[
      `user@${text}`,
      `user:pass@${text}`,
      `${text}.`,
      `.${text}`,
      `${text}, ${text}`,
      `0${text}`,
      `${text}/`,
      `/${text}`,
    ],
    ...[
      `http://${text}`,
      `//${text}`,
      `${text}#`,
      `${text}?`,
      `${text}\\`,
      `${text};`,
      `${text}@evil.example`,
      `"${text}"`,
    ],
    ...[`${text} evil.example`, `evil.example ${text}`, `${text}%00`, `${text}:`, `[${text}]`, `${text}0`, `x${text}`],
  ];
  const spelled = [
    ...names.map((each) => `${each}:${port}`),
    ...["127.0.0.1", `127.0.0.1:${port + 1}`, "127.0.0.1:80", "127.0.0.1:", "", " ", "*", "null", name.toUpperCase()],
    ...around(host),
    ...[`${name}:0`, `${name}:65536`, `${name}:99999999`, `${name}:-1`, `${name}.evil.example`, `evil.example.${name}`],
  ];
  return [...new Set(spelled)].filter((each) => each !== host);
}

/** What may be wrong with each part. */
function faults(stand: Stand, port: number) {
  const host = stand.host(port);
  const origin = stand.origin(port);
  const at = stand.proxy.basePath;
  return {
    hosts: [
      ...hostSpellings(host, port).map((each) => [each]),
      ...[[], [host, host], [host, "evil.example"], [own(port)], ["ed.example"], ["hub.example:8443"]],
    ],
    origins: [
      ...[
        [],
        ["null"],
        ["http://evil.example"],
        [`http://evil.example:${port}`],
        [`http://localhost:${port}`],
        ["http://127.0.0.1"],
      ],
      ...[
        [`${origin}/`],
        [origin, origin],
        [`${origin}, http://evil.example`],
        [`${origin}.evil.example`],
        ["https://ed.example"],
      ],
      ...[
        [`http://${own(port)}`],
        [`https://${own(port)}`],
        [origin.toUpperCase()],
        [`x${origin}`],
        [""],
        ["https://x.hub.example:8443"],
      ],
    ],
    sites: [
      [],
      ["none"],
      ["same-site"],
      ["cross-site"],
      ["SAME-ORIGIN"],
      ["same-origin", "cross-site"],
      ["same-origin, none"],
      [""],
    ],
    types: [
      ...[[], ["text/plain"], ["application/json; charset=utf-8"], ["multipart/form-data"], ["APPLICATION/JSON"]],
      ...[["application/x-www-form-urlencoded"], ["application/json", "application/json"]],
    ],
    tokens: [[], [""], ["guess"], [token.toLowerCase()], [token, token], [`${token}x`], [token.slice(1)]],
    secrets: [
      [],
      [""],
      ["guess"],
      [secret],
      [secret.toLowerCase()],
      [secret, secret],
      [`${secret}, ${secret}`],
      [`${secret}x`],
    ],
    method: ["GET", "HEAD", "OPTIONS", "PUT", "DELETE", "PATCH", "TRACE"],
    target: [
      ...["/", "/api", "/api/session", "/api/session?x=1", "/api/session/../plan", "//api/plan", "/%61pi/plan"],
      ...["/API/plan", `http://${host}/api/plan`, "/api\\plan", "/api/plan#", "*", "/./api/plan", "/x/../api/plan"],
      ...["/api/session%2f..%2fplan", "/api/session;/../plan", "api/plan", "/assets/main-abc123.js", "/api/plan"],
      ...[
        `${at}api/session`,
        `${at}api/session/../plan`,
        `${at}/api/plan`,
        `${at}${at.slice(1)}api/plan`,
        `${at}../api/plan`,
      ],
      ...[
        `${at.slice(0, -1)}api/plan`,
        `${at.toUpperCase()}api/plan`,
        `${at}%61pi/plan`,
        `${at}api/plan#`,
        `/.${at}api/plan`,
      ],
    ],
    version: ["HTTP/1.0", "HTTP/1.2", "HTTP/2.0"],
  };
}

/** A request that is right, with up to four parts replaced. */
export function combination(stand: Stand, port: number, roll: ReturnType<typeof dice>): Combination {
  const right: Combination = {
    hosts: [stand.host(port)],
    origins: [stand.origin(port)],
    sites: ["same-origin"],
    types: ["application/json"],
    tokens: [token],
    secrets: stand.secrets,
    method: "POST",
    target: `${stand.proxy.basePath}api/plan`,
    version: "HTTP/1.1",
  };
  const wrong = faults(stand, port);
  const parts = Object.keys(right) as (keyof Combination)[];
  const spoiled = Array.from({ length: roll([0, 1, 1, 1, 2, 2, 3, 4]) }, () => roll(parts));
  return { ...right, ...Object.fromEntries(spoiled.map((part) => [part, roll<unknown>(wrong[part])])) };
}

/** Written from the rules' text, not from the door's code: may this request reach an operation? */
export function mayReachApi(request: Combination, { proxy }: Stand, port: number): boolean {
  const { method, version, hosts, origins, sites, types, tokens, secrets } = request;
  const read = method === "GET" || method === "HEAD";
  const target = request.target.startsWith(proxy.basePath)
    ? `/${request.target.slice(proxy.basePath.length)}`
    : request.target;
  const [path] = target.split("?");
  const proved = proxy.secret !== null && secrets.join("|") === proxy.secret;
  const allowedHosts = proxy.hosts.length > 0 ? proxy.hosts : [own(port)];
  const allowedOrigins = proxy.origins.length > 0 ? proxy.origins : [`http://${own(port)}`];
  const isName = /^[\w.:[\]-]+$/.test(hosts[0] ?? "");
  return (
    hosts.length === 1 &&
    (proved ? isName : allowedHosts.includes(hosts[0] ?? "")) &&
    version === "HTTP/1.1" &&
    /^\/api(?:\/[^#\\]*)?$/.test(target) &&
    (read || method === "POST") &&
    (sites.length === 0 || sites.join("|") === "same-origin") &&
    ((read && origins.length === 0) ||
      (origins.length === 1 &&
        (proved
          ? /^https?:$/.test((origins[0] ?? "").split("//")[0] ?? "") && origins[0]?.split("//")[1] === hosts[0]
          : allowedOrigins.includes(origins[0] ?? "")))) &&
    (tokens.join("|") === token || (path === "/api/session" && method === "POST")) &&
    (read || types.join("|") === "application/json")
  );
}

/** As it goes over the wire. */
export function textOf(raw: Combination): string {
  const body = raw.method === "GET" || raw.method === "HEAD" ? "" : "{}";
  const named = (name: string, values: readonly string[]) => values.map((value) => [name, value] as const);
  const headers = [
    ...named("Host", raw.hosts),
    ...named("Origin", raw.origins),
    ...named("Sec-Fetch-Site", raw.sites),
    ...named("Content-Type", raw.types),
    ...named("X-Stepwire-Token", raw.tokens),
    ...named("X-Stepwire-Proxy", raw.secrets),
    ...(body === "" ? [] : [["Content-Length", String(body.length)] as const]),
  ];
  return rawRequest(`${raw.method} ${raw.target} ${raw.version}`, headers, body);
}

/** Ways out of the page's folder, each as a target below the root. */
export const traversals = [
  ...["/../secret.txt", "/assets/../../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt", "/..\\secret.txt"],
  ...[
    "/assets/..%2f..%2fsecret.txt",
    "/..%5csecret.txt",
    "/%252e%252e/secret.txt",
    "/....//secret.txt",
    "//secret.txt",
  ],
  ...["/./../secret.txt", "/assets/%00/../../secret.txt", "/..;/secret.txt", "/.vite/manifest.json", "/index.html"],
  ...[
    "/index.html/../../secret.txt",
    "/%c0%ae%c0%ae/secret.txt",
    "file:///etc/passwd",
    "/etc/passwd",
    "/assets",
    "/assets/",
  ],
];

/** Every way to write the way up, before every thing that is worth reading, as far up as may be needed: some thousands. */
export function climbs(basePath: string): string[] {
  const ups = [
    "..",
    "%2e%2e",
    "%2E.",
    ".%2e",
    "..;",
    "%252e%252e",
    "....",
    "%c0%ae%c0%ae",
    "..%00",
    "%u002e%u002e",
    ".\\.",
    "..%09",
  ];
  const slashes = ["/", "//", "%2f", "%2F", "\\", "%5c", "%252f", "/./", "%c0%af"];
  const depths = [1, 2, 4, 8];
  const aims = ["secret.txt", "etc/passwd", ".vite/manifest.json", "page/.vite/manifest.json"];
  const starts = [basePath, `${basePath}assets/`, `${basePath}index.html/`];
  return starts.flatMap((start) =>
    ups.flatMap((up) =>
      slashes.flatMap((slash) =>
        depths.flatMap((depth) => aims.map((aim) => `${start}${`${up}${slash}`.repeat(depth)}${aim}`)),
      ),
    ),
  );
}
