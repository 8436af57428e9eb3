import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { isZip, openPackage } from "./deploymentPackage";

function zip(files: Record<string, string>): Uint8Array {
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
}

function names(bytes: Uint8Array): string[] {
  const opened = openPackage(bytes);
  if (!opened.ok) throw new Error(opened.message);
  return opened.files.map(({ name }) => name);
}

describe("a deployment package", () => {
  it("offers the usual file first, then the others", () => {
    const bytes = zip({ "utils.py": "a", "src/app.py": "b", "lambda_function.py": "c", "requirements.txt": "d" });
    expect(isZip(bytes)).toBe(true);
    expect(names(bytes)).toEqual(["lambda_function.py", "utils.py", "src/app.py"]);
  });

  it("gives the text of its files", () => {
    const opened = openPackage(zip({ "index.mjs": "export const handler = () => ({ né: 1 });" }));
    expect(opened).toEqual({
      ok: true,
      files: [{ name: "index.mjs", text: "export const handler = () => ({ né: 1 });" }],
    });
  });

  it("leaves out what it depends on", () => {
    const bytes = zip({
      "index.js": "a",
      "node_modules/x/index.js": "b",
      "boto3-1.0.dist-info/x.py": "c",
      "types.d.ts": "d",
    });
    expect(names(bytes)).toEqual(["index.js"]);
  });

  it.each([
    ["without code", zip({ "readme.md": "x" }), /no Python or JavaScript file/],
    ["with nothing but a bundle", zip({ "index.js": "x".repeat(300 * 1024) }), /bundled/],
    ["that is no zip", strToU8("PK\u0003\u0004 not really"), /cannot be unpacked/],
    ["cut off", zip({ "index.js": "x".repeat(1000) }).slice(0, 60), /cannot be unpacked/],
  ])("%s is refused with a reason", (_what, bytes, reason) => {
    const opened = openPackage(bytes);
    expect(opened.ok ? "" : opened.message).toMatch(reason);
  });

  it("that claims to be small is not unpacked beyond that", () => {
    const bytes = zip({ "index.js": "a".repeat(2_000_000) });
    const lying = bytes.slice();
    const view = new DataView(lying.buffer);
    for (let at = 0; at < lying.length - 4; at++) {
      const sign = view.getUint32(at, true);
      if (sign === 0x02014b50) view.setUint32(at + 24, 1000, true);
      if (sign === 0x04034b50) view.setUint32(at + 22, 1000, true);
    }
    const opened = openPackage(lying);
    const longest = opened.ok ? Math.max(...opened.files.map(({ text }) => text.length)) : 0;
    expect(longest).toBeLessThanOrEqual(256 * 1024);
  });
});
