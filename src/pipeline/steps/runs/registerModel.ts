import { plainRun, type RunsAs } from "./runsAs";
import { arnMetadata } from "./values/metadata";
import { arnOf } from "./values/names";
import { madePermissions } from "./values/permissions";
import { askedText, type OutputsOfRun } from "./values/sampleRequest";

const outputs: OutputsOfRun = ({ request, context }) => {
  const group = askedText(request, "ModelPackageGroupName")?.split("/").at(-1) ?? "models";
  return [
    [["ModelPackageArn"], arnOf(context, `model-package/${group}/1`)],
    [["ModelPackageGroupName"], group],
    [["ModelPackageVersion"], 1],
    [["ModelPackageStatus"], "Completed"],
  ];
};

export const registerModel = {
  ...plainRun,
  outputs,
  metadata: arnMetadata("RegisterModel", "ModelPackageArn", null),
  describedBy: { client: "sagemaker", operation: "DescribeModelPackage", parameter: "ModelPackageName", by: "arn" },
  asks: madePermissions(
    "ModelPackages",
    ["CreateModelPackage", "DescribeModelPackage", "CreateModelPackageGroup", "DescribeModelPackageGroup"],
    ["model-package", "model-package-group"],
  ),
} satisfies RunsAs;
