import { getIn, isNumber, LosslessNumber } from "../../definition/value";
import type { Rule } from "../problem";

/** `get_top_model_s3_uri` of the SDK takes 0 to 49. */
const most = 50;

export const tuningRankBeyond: Rule = {
  code: "tuning-rank-beyond",
  severity: "warning",
  why: "A tuning job lists as many TrainingJobSummaries as it has training jobs, MaxNumberOfTrainingJobs of them, and never more than 50 (steps.py of the SDK: get_top_model_s3_uri takes 0 to 49).",
  ofKinds: ["step"],
  checkReference({ entry, read }, report) {
    const rank = read?.segments[1];
    if (read?.segments[0] !== "TrainingJobSummaries" || typeof rank !== "number") return;
    const limits = ["Arguments", "HyperParameterTuningJobConfig", "ResourceLimits", "MaxNumberOfTrainingJobs"];
    const said = getIn(read.source.step, limits);
    const jobs = Math.min(most, isNumber(said) ? Number(said instanceof LosslessNumber ? said.value : said) : most);
    if (rank < jobs) return;
    report({
      message: `${entry.name} reads the model of rank ${rank} of ${read.source.name}, which has ${jobs} training jobs at most (MaxNumberOfTrainingJobs): their ranks are 0 to ${jobs - 1}.`,
    });
  },
};
