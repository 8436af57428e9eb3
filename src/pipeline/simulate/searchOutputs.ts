/** What the two kinds of search for a model give: hyperparameter tuning and AutoML (pipeline-definition 3.3). */
import { getIn, isNumber } from "../definition/value";
import { sampleMetric } from "./guess";
import { arnOf, defaultBucket, jobNameOf } from "./names";
import { askedText, type OutputsOfType, type SampleRequest } from "./sampleRequest";

/** Training jobs, the best first: as many as were asked for, at most the 50 that can be read. */
export const tunedJobs: OutputsOfType = (sample) => {
  const asked = getIn(sample.request, ["HyperParameterTuningJobConfig", "ResourceLimits", "MaxNumberOfTrainingJobs"]);
  const count = Math.min(50, Math.max(1, Math.trunc(isNumber(asked) ? Number(asked) : 10)));
  const jobs = Array.from({ length: count }, (_, index) => tunedJob(sample, index));
  return [
    [["BestTrainingJob"], jobs[0] ?? null],
    [["TrainingJobSummaries"], jobs],
  ];
};

function tunedJob({ request, context, name }: SampleRequest, index: number) {
  const job = `${jobNameOf(context, name).slice(0, 50)}-${String(index + 1).padStart(3, "0")}`;
  const objective = ["HyperParameterTuningJobConfig", "HyperParameterTuningJobObjective", "MetricName"];
  return {
    TrainingJobName: job,
    TrainingJobArn: arnOf(context, `training-job/${job}`),
    TrainingJobStatus: "Completed",
    FinalHyperParameterTuningJobObjectiveMetric: {
      MetricName: askedText(request, ...objective) ?? "objective",
      Value: sampleMetric(index),
    },
    ObjectiveStatus: "Succeeded",
  };
}

/** The best candidate, and the two reports that Pipelines offers of it. */
export const bestCandidate: OutputsOfType = ({ request, context, name }) => {
  const job = jobNameOf(context, name);
  const place = askedText(request, "OutputDataConfig", "S3OutputPath") ?? `s3://${defaultBucket(context)}`;
  const at = (path: string) => `${place.replace(/\/+$/, "")}/${job}/${path}`;
  const image = `${context.account}.dkr.ecr.${context.region}.amazonaws.com/sagemaker-sklearn-automl:2.5-1-cpu-py3`;
  return [
    [["BestCandidate", "CandidateName"], `${job.slice(0, 50)}-001`],
    [["BestCandidate", "InferenceContainers", 0, "Image"], image],
    [["BestCandidate", "InferenceContainers", 0, "ModelDataUrl"], at("models/model.tar.gz")],
    [["BestCandidateProperties", "ModelInsightsJsonReportPath"], at("documentation/model_monitor/statistics.json")],
    [["BestCandidateProperties", "ExplainabilityJsonReportPath"], at("documentation/explainability/analysis.json")],
  ];
};
