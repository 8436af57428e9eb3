import { plainRun, type RunsAs } from "./runsAs";
import { repeatedMetadata } from "./values/metadata";
import { arnOf, jobNameOf } from "./values/names";
import { madePermissions } from "./values/permissions";
import { askedText, type OutputsOfRun } from "./values/sampleRequest";

const outputs: OutputsOfRun = ({ request, context, name }) => {
  const hub = askedText(request, "HubName") ?? "hub";
  const content = askedText(request, "HubContentName") ?? jobNameOf(context, name);
  const kind = askedText(request, "HubContentType") ?? "Model";
  return [
    [["HubArn"], arnOf(context, `hub/${hub}`)],
    [["HubContentArn"], arnOf(context, `hub-content/${hub}/${kind}/${content}/1.0.0`)],
  ];
};

export const hubContent = {
  ...plainRun,
  outputs,
  metadata: repeatedMetadata("HubContent", ["HubArn", "HubContentArn"]),
  asks: madePermissions("HubContents", ["ImportHubContent", "DescribeHubContent"], ["hub", "hub-content"]),
} satisfies RunsAs;
