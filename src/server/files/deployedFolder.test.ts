import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { DescribedPipeline } from "../../contract/pipelines";
import { deployedFolder } from "./deployedFolder";

const pipeline: DescribedPipeline = {
  ...{ name: "churn", arn: "arn:aws:sagemaker:eu-west-1:111122223333:pipeline/churn", displayName: null },
  ...{ description: null, roleArn: null, created: null, lastModified: null, status: "Active", definition: "{}" },
  ...{ maxParallelSteps: null, lastModifiedBy: null },
};
const last = { pipeline, tags: [{ key: "a", value: "b" }] };

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "stepwire-memory-"));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

it("remembers what was deployed from here across restarts, for its owner alone", () => {
  const folder = join(dir, "deployed");
  deployedFolder(folder).write(last);
  expect(deployedFolder(folder).read(pipeline.arn)).toEqual(last);
  expect(deployedFolder(folder).read(`${pipeline.arn}2`)).toBeNull();
  const [file = ""] = readdirSync(folder);
  expect(statSync(join(folder, file)).mode & 0o777).toBe(0o600);
});

it("knows nothing where a file is damaged, and fails at no folder", () => {
  deployedFolder(dir).write(last);
  const [file = ""] = readdirSync(dir);
  writeFileSync(join(dir, file), '{"pipeline":{"arn":');
  expect(deployedFolder(dir).read(pipeline.arn)).toBeNull();
  const nowhere = deployedFolder(join(dir, file, "below"));
  nowhere.write(last);
  expect(nowhere.read(pipeline.arn)).toEqual(last);
});
