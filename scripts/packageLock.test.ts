import { readFileSync } from "node:fs";
import { expect, it } from "vitest";

interface LockedPackage {
  readonly version?: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const lockFile = new URL("../package-lock.json", import.meta.url);
const locked: Readonly<Record<string, LockedPackage>> = JSON.parse(readFileSync(lockFile, "utf8")).packages;

/** Where Node looks for a package that `from` names, nearest first. */
function placesOf(name: string, from: string): string[] {
  const places = [`${from}/node_modules/${name}`];
  for (let at = from; at.includes("/node_modules/"); ) {
    at = at.slice(0, at.lastIndexOf("/node_modules/"));
    places.push(`${at}/node_modules/${name}`);
  }
  return [...places, `node_modules/${name}`];
}

// An install on one platform may leave the packages of the others out, and `npm ci` then refuses the file everywhere.
it("locks the packages of every platform", () => {
  const missing = Object.entries(locked).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter((name) => !placesOf(name, path).some((place) => place in locked)),
  );
  expect(missing).toEqual([]);
});

// Two copies of the AWS SDK's core are two times its start-up, and a request made by one is a stranger to the other.
it("locks one copy of @smithy/core", () => {
  expect(Object.keys(locked).filter((path) => path.endsWith("node_modules/@smithy/core"))).toHaveLength(1);
});

it("names no registry and holds every package to its hash", () => {
  const open = Object.entries(locked).filter(
    ([path, entry]) => path !== "" && (entry.integrity === undefined || entry.resolved !== undefined),
  );
  expect(open.map(([path]) => path)).toEqual([]);
});
