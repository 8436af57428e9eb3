import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";

const root = join(import.meta.dirname, "..");

// Builds the product and runs npm a dozen times: in the full tier alone.
it.runIf(process.env.STEPWIRE_TESTS === "full")(
  "the package installs into an empty folder, without a network, and does what it says",
  () => {
    const folder = mkdtempSync(join(tmpdir(), "stepwire-tarball-"));
    try {
      const node = (...args: string[]) =>
        execFileSync(process.execPath, args, { cwd: root, encoding: "utf8", stdio: "pipe" });
      node("scripts/setup.mjs", "--build");
      const packed = execFileSync("npm", ["pack", "--ignore-scripts", "--json", "--pack-destination", folder], {
        cwd: root,
        encoding: "utf8",
      });
      const [{ filename, files }] = JSON.parse(packed);
      const paths = files.map(({ path }: { path: string }) => path);
      expect(
        paths.filter((path: string) => !/^(dist\/|(package\.json|LICENSE|README\.md|CHANGELOG\.md)$)/.test(path)),
      ).toEqual([]);
      expect(() => node("scripts/tryPackage.mjs", join(folder, filename))).not.toThrow();
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
  300_000,
);
