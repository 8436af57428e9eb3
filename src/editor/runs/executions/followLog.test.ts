import { expect, it } from "vitest";
import type { StepLog } from "../../../contract/executions";
import type { RequestOf, Result } from "../../../contract/operations";
import { followLog } from "./followLog";

const place = { target: { kind: "local" }, executionArn: "arn", step: "Train" } as const;
const line = (id: number) => ({ id: String(id), at: new Date(id * 1000).toISOString(), text: `line ${id}` });

it("a log is read page by page, then only what is new, each line once", async () => {
  const asked: RequestOf<"stepLog">[] = [];
  const answers: Result<StepLog>[] = [
    { ok: true, value: { where: "g", lines: [line(1), line(2)], next: "n" } },
    { ok: true, value: { where: "g", lines: [line(3)], next: null } },
    { ok: false, error: { kind: "throttled", name: "Throttling", message: "slower" } },
    { ok: true, value: { where: "g", lines: [line(3), line(4)], next: null } },
  ];
  const log = followLog(
    {
      stepLog: async (request) => {
        asked.push(request);
        return answers.shift() ?? expect.fail("asked too often");
      },
    },
    place,
  );
  await log.readOn();
  await log.readOn();
  expect(log.store.getState()).toMatchObject({ error: { kind: "throttled" }, lines: [line(1), line(2), line(3)] });
  await log.readOn();
  expect(log.store.getState()).toMatchObject({ error: null, lines: [line(1), line(2), line(3), line(4)] });
  expect(asked.map(({ next, after }) => [next, after])).toEqual([
    [undefined, undefined],
    ["n", undefined],
    [undefined, 3000],
    [undefined, 3000],
  ]);
});
