import { describe, expect, it } from "vitest";
import { faultOf, StateFault } from "./stateFault";

const choice = { dir: "/home/me/state", chosenBy: "STEPWIRE_STATE" };
const failure = (code: string) => Object.assign(new Error(`${code}: open`), { code, path: "/home/me/state/x" });

describe("a state folder that cannot be used", () => {
  it.each([
    ["ENOSPC", "The disk is full: nothing was saved in the state folder /home/me/state. Make room and try again,"],
    ["EDQUOT", "The disk is full"],
    ["EEXIST", "a file is in its place or above it. Move that file away,"],
    ["ENOTDIR", "a file is in its place or above it"],
    ["EACCES", "may not be read and written by this user (/home/me/state/x). Give the right back (chmod -R u+rwX),"],
    ["EPERM", "may not be read and written"],
    ["EROFS", "lies on a disk that is read-only. Make it writable,"],
    ["EIO", "cannot be used (EIO: open). Mend it,"],
  ])("for %s is said in one line, with what to do", (code, words) => {
    const fault = faultOf(failure(code), choice);
    expect(fault).toBeInstanceOf(StateFault);
    const { message } = fault as StateFault;
    expect(message).toContain(words);
    expect(message).toMatch(/^[^\n]+ or choose another folder with STEPWIRE_STATE\.$/);
  });

  it("hides no bug: what the file system did not say comes back as it is", () => {
    const bug = new TypeError("x is undefined");
    expect(faultOf(bug, choice)).toBe(bug);
  });
});
