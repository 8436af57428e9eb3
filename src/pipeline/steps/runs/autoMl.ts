import { jobRun } from "./runBuilders";
import type { RunsAs } from "./runsAs";
import { defaultBucket, jobNameOf } from "./values/names";
import { jobPermissions } from "./values/permissions";
import { askedText, type OutputsOfRun } from "./values/sampleRequest";

/** The best candidate, and the two reports that Pipelines offers of it. */
const bestCandidate: OutputsOfRun = ({ request, context, name }) => {
  const job = jobNameOf(context, name);
  const location = askedText(request, "OutputDataConfig", "S3OutputPath") ?? `s3://${defaultBucket(context)}`;
  const at = (path: string) => `${location.replace(/\/+$/, "")}/${job}/${path}`;
  const image = `${context.account}.dkr.ecr.${context.region}.amazonaws.com/sagemaker-sklearn-automl:2.5-1-cpu-py3`;
  return [
    [["BestCandidate", "CandidateName"], `${job.slice(0, 50)}-001`],
    [["BestCandidate", "InferenceContainers", 0, "Image"], image],
    [["BestCandidate", "InferenceContainers", 0, "ModelDataUrl"], at("models/model.tar.gz")],
    [["BestCandidateProperties", "ModelInsightsJsonReportPath"], at("documentation/model_monitor/statistics.json")],
    [["BestCandidateProperties", "ExplainabilityJsonReportPath"], at("documentation/explainability/analysis.json")],
  ];
};

export const autoMl = {
  ...jobRun("AutoMLJob", "automl-job", bestCandidate),
  asks: jobPermissions("AutoMLJobs", "AutoMLJob", "automl-job", ["sagemaker:ListCandidatesForAutoMLJob"]),
} satisfies RunsAs;
