import { describe, expect, it } from "vitest";
import { begin, create, regionAt, start } from "../testing/regionCalls";

describe("lists", () => {
  it("come in pages that neither repeat nor leave out, newest first", async () => {
    const clock = { now: begin };
    const { call } = regionAt(clock);
    for (let i = 0; i < 7; i++) {
      clock.now += 1000;
      await create(call, `p${i}`);
    }
    const seen: unknown[] = [];
    let NextToken: unknown;
    do {
      const { body } = await call("ListPipelines", {
        MaxResults: 3,
        ...(NextToken === undefined ? {} : { NextToken }),
      });
      const summaries = body.PipelineSummaries as { PipelineName: string }[];
      seen.push(...summaries.map(({ PipelineName }) => PipelineName));
      NextToken = body.NextToken;
      clock.now += 1000;
      if (seen.length === 3) await create(call, "newer");
    } while (NextToken !== undefined);
    expect(seen).toEqual(["p6", "p5", "p4", "p3", "p2", "p1", "p0"]);
  });

  it("take a prefix, a name order and a span of time", async () => {
    const clock = { now: begin };
    const { call } = regionAt(clock);
    for (const name of ["b1", "a1", "xb"]) {
      await create(call, name);
      clock.now += 10_000;
    }
    const names = async (input: object) =>
      ((await call("ListPipelines", input)).body.PipelineSummaries as { PipelineName: string }[]).map(
        (one) => one.PipelineName,
      );
    expect(await names({ PipelineNamePrefix: "b" })).toEqual(["b1"]);
    expect(await names({ SortBy: "Name", SortOrder: "Ascending" })).toEqual(["a1", "b1", "xb"]);
    expect(await names({ CreatedAfter: begin / 1000 + 5 })).toEqual(["xb", "a1"]);
  });

  it("of executions go by time, or by ARN where that is asked for", async () => {
    const clock = { now: begin };
    const { call } = regionAt(clock);
    await create(call, "p");
    const started: string[] = [];
    for (let i = 0; i < 5; i++) {
      clock.now += 1000;
      started.push(await start(call, "p"));
    }
    const arns = async (input: object) => {
      const { body } = await call("ListPipelineExecutions", { PipelineName: "p", ...input });
      const summaries = body.PipelineExecutionSummaries as { PipelineExecutionArn: string }[];
      return summaries.map(({ PipelineExecutionArn }) => PipelineExecutionArn);
    };
    expect(await arns({ SortBy: "CreationTime" })).toEqual(started.toReversed());
    expect(await arns({ SortBy: "PipelineExecutionArn", SortOrder: "Ascending" })).toEqual(started.toSorted());
  });

  it.each(["ListPipelines", "ListPipelineExecutions"])(
    "%s refuses an order that is none, and half an entry",
    async (operation) => {
      const { call } = regionAt({ now: begin });
      await create(call, "p");
      const refused = async (input: object) => {
        const { body } = await call(operation, { PipelineName: "p", ...input });
        return [body.__type, body.message];
      };
      const words = (text: string) => ["ValidationException", expect.stringContaining(text)];
      expect(await refused({ SortBy: "Nonsense" })).toEqual(
        words("at 'sortBy' failed to satisfy constraint: Member must satisfy enum value set"),
      );
      expect(await refused({ SortOrder: "Up" })).toEqual(words("at 'sortOrder'"));
      expect(await refused({ MaxResults: 1.5 })).toEqual(words("Member must be an integer"));
    },
  );

  it("refuse a token that is not theirs and a page of none", async () => {
    const { call } = regionAt({ now: begin });
    expect((await call("ListPipelines", { NextToken: "nonsense" })).body.message).toBe("Invalid NextToken.");
    expect((await call("ListPipelines", { MaxResults: 0 })).body.__type).toBe("ValidationException");
  });
});

it("pipelines that AWS manages are asked for apart, and there are none here", async () => {
  const { call } = regionAt({ now: begin });
  await create(call, "p");
  const count = async (input: object) => ((await call("ListPipelines", input)).body.PipelineSummaries as []).length;
  expect([await count({}), await count({ ManagedBy: "CUSTOMER" }), await count({ ManagedBy: "AWS" })]).toEqual([
    1, 1, 0,
  ]);
  expect((await call("ListPipelines", { ManagedBy: "ME" })).body.__type).toBe("ValidationException");
});
