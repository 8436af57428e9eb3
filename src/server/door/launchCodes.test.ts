import { describe, expect, it } from "vitest";
import { createLaunchCodes } from "./launchCodes";

function atTime() {
  const clock = { now: 0 };
  return { clock, codes: createLaunchCodes(() => clock.now) };
}
const minute = 60_000;

describe("a launch code", () => {
  it("lets in once, with the file it was made for", () => {
    const { codes } = atTime();
    const opened = { name: "churn.json", text: "{}" };
    const code = codes.issue(opened);
    expect(codes.exchange(code)).toEqual({ kind: "taken", opened });
    expect(codes.exchange(code)).toEqual({ kind: "wrong" });
  });

  it("lives ten minutes", () => {
    const { clock, codes } = atTime();
    const [early, late] = [codes.issue(null), codes.issue(null)];
    clock.now = 10 * minute - 1;
    expect(codes.exchange(early).kind).toBe("taken");
    clock.now = 10 * minute;
    expect(codes.exchange(late).kind).toBe("wrong");
  });

  it("may be tried wrongly five times a minute; the sixth hears that it must wait", () => {
    const { clock, codes } = atTime();
    for (let i = 0; i < 5; i++) expect(codes.exchange(`guess ${i}`).kind).toBe("wrong");
    expect(codes.exchange("guess 5").kind).toBe("tooMany");
    clock.now = minute + 1;
    expect(codes.exchange("guess 6").kind).toBe("wrong");
  });

  it("lets in after any number of wrong ones: nobody can lock the right one out", () => {
    const { codes } = atTime();
    const code = codes.issue(null);
    for (let i = 0; i < 50; i++) codes.exchange(`guess ${i}`);
    expect(codes.exchange(code).kind).toBe("taken");
  });

  it("is another one each time", () => {
    const { codes } = atTime();
    expect(new Set(Array.from({ length: 50 }, () => codes.issue(null))).size).toBe(50);
  });
});
