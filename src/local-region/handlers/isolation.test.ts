import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { availableIsolation, type Isolation, isolated, usualLimits } from "./isolation";

const program = { file: "/bin/sh", args: ["-c", "echo began"], needs: [], takesAddressLimit: false };
const commandFor = (isolation: Isolation) => {
  const { file, args } = isolated(program, isolation, usualLimits, []);
  return [file, ...args] as const;
};
const outputOf = (file: string, args: readonly string[]) =>
  spawnSync(file, args, { encoding: "utf8", cwd: "/", timeout: 20_000 }).stdout;
const isolations = [
  "processGroup",
  ...(availableIsolation() === "namespaces" ? (["namespaces"] as const) : []),
] as const;

describe.runIf(process.platform === "linux").each(isolations)("a handler by %s", (isolation) => {
  const [file, ...args] = commandFor(isolation);

  it("begins", () => {
    expect(outputOf(file, args)).toBe("began\n");
  });

  it("does not begin where Stepwire was ended before it could be bound to it", () => {
    // Another parent than this process is what it finds then.
    expect(outputOf("/bin/sh", ["-c", '"$@"; true', "sh", file, ...args])).toBe("");
  });

  it.runIf(isolation === "namespaces")("nor where it ended between the two processes that begin it", () => {
    const at = args.lastIndexOf(String(process.pid));
    expect(outputOf(file, args.with(at, "1"))).toBe("");
  });
});

describe.runIf(availableIsolation() === "namespaces")("a handler that forks", () => {
  // The kernel asks root for nothing: as root, the test does it as nobody.
  const asSomebody = process.getuid?.() === 0 ? ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"] : [];

  it("has no more processes at a time than it may, however busy the machine that watches it", () => {
    const forks = "i=0; while [ $i -lt 20 ]; do sleep 1 & i=$((i + 1)); done; echo all";
    const outputWith = (processes: number) => {
      const { file, args } = isolated(
        { ...program, args: ["-c", forks] },
        "namespaces",
        { ...usualLimits, processes },
        [],
      );
      const [first = "", ...rest] = [...asSomebody, file, ...args];
      return outputOf(first, rest);
    };
    expect([outputWith(40), outputWith(8)]).toEqual(["all\n", ""]);
  });
});
