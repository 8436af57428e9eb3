import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { localClients } from "./clients";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A service that takes the request and never answers. */
const silent = { handle: () => new Promise<never>(() => {}) };
const started = { PipelineName: "p", ClientRequestToken: "t".repeat(36) };

it.each([
  ["A look is given up after 15 seconds", 15, () => localClients(silent).read.describePipeline({ PipelineName: "p" })],
  ["A write is given up after 60 seconds", 60, () => localClients(silent).write.startPipelineExecution(started)],
] as const)("%s", async (_what, seconds, call) => {
  let ended: unknown = null;
  const calling = call().catch((thrown: unknown) => {
    ended = thrown;
  });
  await vi.advanceTimersByTimeAsync(seconds * 1000 - 1);
  expect(ended).toBeNull();
  await vi.advanceTimersByTimeAsync(1);
  await calling;
  expect(ended).toMatchObject({ name: "TimeoutError" });
});
