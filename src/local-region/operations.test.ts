/** Whatever is sent to the local region, it answers as the service would: never with a fault of its own. */

import { afterEach, describe, expect, it, vi } from "vitest";
import fc from "../testing/properties";
import { begin, create, definitionOf, lambda, regionAt, role, start, token } from "../testing/regionCalls";
import { operationNames } from "./operations";

const pipelineArn = "arn:aws:sagemaker:eu-west-1:111122223333:pipeline/p";
/** Members of the requests, each with a value that is right. */
const members: Readonly<Record<string, unknown>> = {
  PipelineName: "p",
  RoleArn: role,
  PipelineDefinition: definitionOf([lambda("A")]),
  PipelineDisplayName: "P",
  PipelineDescription: "d",
  PipelineExecutionDisplayName: "e",
  PipelineExecutionDescription: "d",
  PipelineParameters: [{ Name: "N", Value: "1" }],
  ParallelismConfiguration: { MaxParallelExecutionSteps: 2 },
  PipelineVersionId: 1,
  ClientRequestToken: token("t"),
  Tags: [{ Key: "k", Value: "v" }],
  TagKeys: ["k"],
  ResourceArn: pipelineArn,
  PipelineNamePrefix: "p",
  CreatedAfter: begin / 1000,
  CreatedBefore: begin / 1000,
  SortBy: "CreationTime",
  SortOrder: "Ascending",
  MaxResults: 10,
  NextToken: "WzAsImEiXQ",
};

/** Of another kind, out of bounds, or with names that every object answers to. */
const odd = fc.oneof(
  fc.constantFrom<unknown>(
    "",
    "x",
    "constructor",
    "__proto__",
    -1,
    0,
    1.5,
    1e300,
    true,
    null,
    [],
    {},
    [null],
    [[]],
    [{}],
  ),
  fc.constantFrom<unknown>([1], ["a"], { Name: 1 }, [{ Name: "toString", Value: "" }], {
    MaxParallelExecutionSteps: null,
  }),
  fc.constantFrom<unknown>([{ Key: 1 }], "W10", "bnVsbA", "WzEsMl0", "\ud800", "x".repeat(5000)),
  fc.jsonValue({ maxDepth: 3 }),
);

const complaints = vi.spyOn(console, "error");
afterEach(() => complaints.mockReset());

describe.each(operationNames)("%s", (operation) => {
  it("answers any request with a result, or with an error that says what is wrong with it", async () => {
    const { call } = regionAt({ now: begin });
    await create(call, "p", [lambda("A")]);
    const PipelineExecutionArn = await start(call, "p");
    const right = { ...members, PipelineExecutionArn };
    const names = Object.keys(right);
    const spoiled = fc.dictionary(fc.constantFrom(...names), odd, { maxKeys: 3 });
    const given = fc.tuple(fc.subarray(names, { minLength: names.length - 4 }), spoiled);
    await fc.assert(
      fc.asyncProperty(given, async ([kept, wrong]) => {
        const input = {
          ...Object.fromEntries(Object.entries(right).filter(([name]) => kept.includes(name))),
          ...wrong,
        };
        const { status, body } = await call(operation, input);
        const error = String(body.__type);
        if (status !== 200)
          expect([status, error]).toEqual([400, expect.stringMatching(/^(Validation|Conflict|ResourceNotF)/)]);
      }),
      { numRuns: 150 },
    );
    expect(complaints).not.toHaveBeenCalled();
  });
});
