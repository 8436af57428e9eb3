import type { Target } from "../../../contract/target";

export interface ConsoleLink {
  readonly label: string;
  readonly href: string;
}

/** Pages of the console by step type, and the log group beside (pipeline-definition 6.9). */
const jobs: Readonly<Record<string, { readonly page: string; readonly logs: string }>> = {
  Training: { page: "jobs", logs: "TrainingJobs" },
  Processing: { page: "processing-jobs", logs: "ProcessingJobs" },
  ClarifyCheck: { page: "processing-jobs", logs: "ProcessingJobs" },
  QualityCheck: { page: "processing-jobs", logs: "ProcessingJobs" },
  Transform: { page: "transform-jobs", logs: "TransformJobs" },
};

/** Where AWS shows a step's job and its logs; nothing for the local region, whose jobs do not exist. */
export function linksOf(target: Target, type: string, arn: string | null): readonly ConsoleLink[] {
  const job = Object.hasOwn(jobs, type) ? jobs[type] : undefined;
  if (target.kind === "local" || job === undefined || arn === null) return [];
  const { region } = target;
  const name = encodeURIComponent(arn.slice(arn.lastIndexOf("/") + 1));
  const console = `https://${region}.console.aws.amazon.com`;
  const group = `$252Faws$252Fsagemaker$252F${job.logs}`;
  return [
    { label: "Job in the console", href: `${console}/sagemaker/home?region=${region}#/${job.page}/${name}` },
    {
      label: "Logs",
      href: `${console}/cloudwatch/home?region=${region}#logsV2:log-groups/log-group/${group}$3FlogStreamNameFilter$3D${name}$252F`,
    },
  ];
}
