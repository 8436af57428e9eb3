import { describedByName, plainRun, type RunsAs } from "./runsAs";
import { arnMetadata } from "./values/metadata";
import { arnOf, jobNameOf } from "./values/names";
import { madePermissions } from "./values/permissions";
import { askedText, type OutputsOfRun } from "./values/sampleRequest";

/** The name gets a suffix of its own in each execution. */
const outputs: OutputsOfRun = ({ request, context, name }) => {
  const asked = askedText(request, "EndpointConfigName");
  const made = asked === undefined ? jobNameOf(context, name) : `${asked}-${context.executionId}`;
  return [
    [["EndpointConfigName"], made],
    [["EndpointConfigArn"], arnOf(context, `endpoint-config/${made}`)],
  ];
};

export const endpointConfig = {
  ...plainRun,
  outputs,
  metadata: arnMetadata("EndpointConfig", "EndpointConfigArn", "EndpointConfigName"),
  describedBy: describedByName("EndpointConfig"),
  asks: madePermissions("EndpointConfigs", ["CreateEndpointConfig", "DescribeEndpointConfig"], ["endpoint-config"]),
} satisfies RunsAs;
