import { describe, expect, it } from "vitest";
import { executionId } from "../../../editor/runs/executions/executionId";
import { durationWords } from "../../kit/durationWords";
import { linksOf } from "./consoleLinks";
import { momentWords } from "./words";

describe("times", () => {
  it.each([
    ["2026-11-23T10:00:00.000Z", "2026-11-23T10:00:00.420Z", "0.4 s"],
    ["2026-11-23T10:00:00Z", "2026-11-23T10:00:59.6Z", "1 min 0 s"],
    ["2026-11-23T10:00:00Z", "2026-11-23T10:03:05Z", "3 min 5 s"],
    ["2026-11-23T10:00:00Z", "2026-11-23T12:04:05Z", "2 h 4 min"],
    ["2026-11-23T10:00:00Z", null, ""],
    ["2026-11-23T10:00:00Z", "2026-11-23T09:00:00Z", ""],
  ])("from %s to %s are %j", (from, to, words) => {
    expect(durationWords(from, to)).toBe(words);
  });

  it("name the day where it is not today", () => {
    const now = new Date(2026, 10, 23, 18, 0);
    expect(momentWords(new Date(2026, 10, 23, 14, 2, 31).toISOString(), now)).toBe("14:02:31");
    expect(momentWords(new Date(2026, 10, 3, 14, 2, 31).toISOString(), now)).toMatch(/Nov 3.*14:02/);
    expect(momentWords(null, now)).toBe("");
  });

  it("go with the execution's id", () => {
    expect(executionId("arn:aws:sagemaker:eu-west-1:111122223333:pipeline/churn/execution/abc123")).toBe("abc123");
  });
});

describe("links to AWS", () => {
  const arn = "arn:aws:sagemaker:eu-west-1:111122223333:training-job/pipelines-abc-Train-x";
  const aws = { kind: "aws", profile: "research", region: "eu-west-1" } as const;

  it("lead to the job and to its logs", () => {
    expect(linksOf(aws, "Training", arn)).toEqual([
      {
        label: "Job in the console",
        href: "https://eu-west-1.console.aws.amazon.com/sagemaker/home?region=eu-west-1#/jobs/pipelines-abc-Train-x",
      },
      {
        label: "Logs",
        href: "https://eu-west-1.console.aws.amazon.com/cloudwatch/home?region=eu-west-1#logsV2:log-groups/log-group/$252Faws$252Fsagemaker$252FTrainingJobs$3FlogStreamNameFilter$3Dpipelines-abc-Train-x$252F",
      },
    ]);
  });

  it("are none where there is no job: in the local region, before it starts, for other types", () => {
    expect(linksOf({ kind: "local" }, "Training", arn)).toEqual([]);
    expect(linksOf(aws, "Training", null)).toEqual([]);
    expect(linksOf(aws, "Model", arn)).toEqual([]);
  });
});
