import { plainRun, type RunsAs } from "./runsAs";
import { repeatedMetadata } from "./values/metadata";
import { defaultBucket, jobNameOf, tokenFrom } from "./values/names";
import { noPermissions } from "./values/permissions";
import type { OutputsOfRun } from "./values/sampleRequest";

const outputs: OutputsOfRun = ({ context, name }) => [
  [["QueryExecutionId"], tokenFrom(`${context.executionId}/${name}/query`, 36).toLowerCase()],
  [["S3OutputLocation"], `s3://${defaultBucket(context)}/${jobNameOf(context, name)}/results.csv`],
];

export const athena = {
  ...plainRun,
  outputs,
  metadata: repeatedMetadata("Athena", ["QueryExecutionId", "S3OutputLocation"]),
  asks: {
    ...noPermissions,
    permissions: () => [
      {
        about: "Queries",
        actions: ["athena:StartQueryExecution", "athena:GetQueryExecution", "athena:StopQueryExecution"],
        resources: ["athena:*:*:workgroup/*"],
      },
      {
        about: "Catalog",
        actions: ["glue:GetDatabase", "glue:GetTable", "glue:GetPartitions"],
        resources: ["glue:*:*:catalog", "glue:*:*:database/*", "glue:*:*:table/*"],
      },
    ],
  },
} satisfies RunsAs;
