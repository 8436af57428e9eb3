import { spawn, spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { isAlive, ownMark } from "./processes";

describe("a process", () => {
  it("is told alive while it runs", () => {
    expect(isAlive(ownMark())).toBe(true);
    expect(isAlive({ ...ownMark(), pid: process.ppid, began: null })).toBe(true);
  });

  it("is told gone once it has ended", () => {
    const { pid } = spawnSync(process.execPath, ["--version"]);
    expect(isAlive({ pid, began: null })).toBe(false);
  });

  // Windows does not say when a process began.
  it.skipIf(process.platform === "win32")("is told gone where its number belongs to another one by now", () => {
    expect(isAlive({ ...ownMark(), began: "at another time" })).toBe(false);
    expect(ownMark().began).not.toBeNull();
  });

  it.runIf(process.platform === "linux")("is told gone when it has ended and nobody has asked for it yet", async () => {
    // The shell becomes a program that never asks for its child.
    const parent = spawn("sh", ["-c", "sleep 0 & echo $!; exec sleep 20"]);
    const pid = await new Promise<number>((resolve) => parent.stdout.once("data", (text) => resolve(Number(text))));
    await expect.poll(() => isAlive({ pid, began: null })).toBe(false);
    expect(() => process.kill(pid, 0)).not.toThrow();
    parent.kill();
  });
});
