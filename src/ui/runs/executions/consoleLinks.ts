import type { Target } from "../../../contract/target";
import { runOfType } from "../../../pipeline/steps/runs";

export interface ConsoleLink {
  readonly label: string;
  readonly href: string;
}

/** Where AWS shows a step's job and its logs; nothing for the local region, whose jobs do not exist. */
export function linksOf(target: Target, type: string, arn: string | null): readonly ConsoleLink[] {
  const { console: pages } = runOfType(type);
  if (target.kind === "local" || pages === null || arn === null) return [];
  const { region } = target;
  const name = encodeURIComponent(arn.slice(arn.lastIndexOf("/") + 1));
  const console = `https://${region}.console.aws.amazon.com`;
  const group = `$252Faws$252Fsagemaker$252F${pages.logs}`;
  return [
    { label: "Job in the console", href: `${console}/sagemaker/home?region=${region}#/${pages.page}/${name}` },
    {
      label: "Logs",
      href: `${console}/cloudwatch/home?region=${region}#logsV2:log-groups/log-group/${group}$3FlogStreamNameFilter$3D${name}$252F`,
    },
  ];
}
