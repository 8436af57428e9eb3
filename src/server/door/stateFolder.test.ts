import { chmodSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { forgetServer, recallServer, rememberServer, stateFolder } from "./stateFolder";

let folder: string;
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), "stepwire-state-")), "stepwire");
});
afterEach(() => rmSync(join(folder, ".."), { recursive: true, force: true }));

const server = { pid: 1, port: 40_001, token: "secret" };

describe("word of a running server", () => {
  it("can be read by its user alone, also where an open file lay before", () => {
    rememberServer(folder, server);
    const file = join(folder, "server-40001.json");
    writeFileSync(file, "{}");
    chmodSync(file, 0o666);
    rememberServer(folder, server);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
  });

  it("is found by port, and taken back only by the server that left it", () => {
    rememberServer(folder, server);
    expect(recallServer(folder, 40_001)).toEqual(server);
    expect(recallServer(folder, 40_002)).toBeNull();
    forgetServer(folder, { ...server, token: "of an earlier server" });
    expect(recallServer(folder, 40_001)).toEqual(server);
    forgetServer(folder, server);
    expect(recallServer(folder, 40_001)).toBeNull();
  });

  it("lies in the user's state folder, unless told otherwise", () => {
    expect(stateFolder({ XDG_STATE_HOME: "/s" })).toBe("/s/stepwire");
    expect(stateFolder({ XDG_STATE_HOME: "/s", STEPWIRE_STATE: "/mine" })).toBe("/mine");
  });
});
