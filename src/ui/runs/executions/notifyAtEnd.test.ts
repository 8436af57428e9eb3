// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { notifyAtEnd } from "./notifyAtEnd";

const execution = { arn: "arn:execution/abcdefghijkl", target: { kind: "local" }, execution: null } as const;
const answer = (status: string) =>
  ({ ok: true, value: { displayName: "nightly", status } }) as unknown as Awaited<
    ReturnType<Parameters<typeof notifyAtEnd>[0]["describeExecution"]>
  >;
let shown: string[];

beforeEach(() => {
  shown = [];
  vi.useFakeTimers();
  class FakeNotification {
    static permission = "granted";
    static requestPermission = async () => FakeNotification.permission;
    constructor(title: string) {
      shown.push(title);
    }
  }
  vi.stubGlobal("Notification", FakeNotification);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it("one is shown when the execution has ended, whatever was answered before", async () => {
  const answers = [answer("Executing"), { ok: false, error: { kind: "unreachable", name: "", message: "" } } as const];
  const describeExecution = vi.fn(async () => answers.shift() ?? answer("Failed"));
  expect(await notifyAtEnd({ describeExecution }, execution)).toBe("watched");
  await vi.advanceTimersByTimeAsync(2_500);
  expect(shown).toEqual([]);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(shown).toEqual(["nightly: Failed"]);
  expect(describeExecution).toHaveBeenCalledTimes(3);
});

it("none is watched for without leave", async () => {
  Object.assign(Notification, { permission: "denied" });
  const describeExecution = vi.fn();
  expect(await notifyAtEnd({ describeExecution }, execution)).toBe("denied");
  await vi.advanceTimersByTimeAsync(10_000);
  expect(describeExecution).not.toHaveBeenCalled();
});
