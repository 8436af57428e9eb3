import { describe, expect, it } from "vitest";
import { proxyOf } from "./proxyOptions";

describe("what the command line says of a proxy", () => {
  it("is nothing unless it is said", () => {
    expect(proxyOf({}, {})).toEqual({ basePath: "/", hosts: [], origins: [], secret: null });
  });

  it("is taken as it stands, the path with both its slashes", () => {
    const allowed = { allowHost: ["ed.example:8443"], allowOrigin: ["https://ed.example:8443"] };
    const named = { hosts: ["ed.example:8443"], origins: ["https://ed.example:8443"] };
    expect(proxyOf({ basePath: "tools/stepwire", ...allowed }, {})).toMatchObject({
      basePath: "/tools/stepwire/",
      ...named,
    });
  });

  it("takes the secret out of the environment that other programs inherit", () => {
    const env = { STEPWIRE_PROXY_SECRET: "Ab-_".repeat(11), HOME: "/home/ann" };
    expect(proxyOf({}, env).secret).toBe("Ab-_".repeat(11));
    expect(env).toEqual({ HOME: "/home/ann" });
  });

  it.each(["", "short", "x".repeat(42), `${"x".repeat(43)} `, "ä".repeat(43)])(
    "refuses a secret that is none: %j",
    (secret) => {
      expect(() => proxyOf({}, { STEPWIRE_PROXY_SECRET: secret })).toThrow("256 bits");
    },
  );

  it.each(["", "*", "*.example", "http://ed.example", "ed.example/", "ED.example", "ed example", "ed..example", "a,b"])(
    "refuses the host %j",
    (host) => {
      expect(() => proxyOf({ allowHost: [host], allowOrigin: ["https://ed.example"] }, {})).toThrow("--allow-host");
    },
  );

  it.each(["", "*", "null", "ed.example", "https://ed.example/", "https://ED.example", "file://", "https://a:443"])(
    "refuses the origin %j",
    (origin) => {
      expect(() => proxyOf({ allowOrigin: [origin] }, {})).toThrow("--allow-origin");
    },
  );

  it.each(["/../", "//evil.example/", "/a//b/", "/a?b/", "/a#b/", "/%2e/", "/a b/", "/./"])(
    "refuses the path %j",
    (basePath) => {
      expect(() => proxyOf({ basePath }, {})).toThrow("--base-path");
    },
  );

  it("asks for the origin where only a host is given", () => {
    expect(() => proxyOf({ allowHost: ["ed.example"] }, {})).toThrow("https://ed.example");
  });
});
