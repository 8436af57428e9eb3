/** The one place that makes SageMaker clients; loaded when the first is needed. */
import { SageMaker, type SageMakerClientConfig } from "@aws-sdk/client-sagemaker";
import { fromIni, fromNodeProviderChain } from "@aws-sdk/credential-providers";
import type { LocalRegion } from "../../local-region";
import { inProcess } from "./inProcess";
import { localRegionName } from "./localNames";
import type { Region } from "./region";

// The SDK's note that it will want a newer Node some day is for developers, not for the person at the terminal.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= "true";

/**
 * Clients for an AWS profile and region. The endpoint is AWS's, or what `AWS_ENDPOINT_URL_SAGEMAKER` says, which the SDK reads itself.
 * `profile` null takes the default credential chain.
 */
export function awsClients(profile: string | null, region: string): Region {
  const credentials = profile === null ? fromNodeProviderChain() : fromIni({ profile, ignoreCache: true });
  const config: SageMakerClientConfig = { region, credentials, ...(profile === null ? {} : { profile }) };
  return both({ ...config, requestHandler: { connectionTimeout: 5000, requestTimeout: 30_000 } });
}

/** Clients whose requests go to the local region in this process: the same protocol, without a port. */
export function localClients(region: Pick<LocalRegion, "handle">): Region {
  return both({
    region: localRegionName,
    credentials: { accessKeyId: "local", secretAccessKey: "local" },
    // Set, so that an endpoint from the environment, meant for AWS, does not reach the signature here.
    endpoint: "http://local-region.invalid",
    requestHandler: inProcess(region),
  });
}

function both(config: SageMakerClientConfig): Region {
  return { read: new SageMaker({ ...config, maxAttempts: 3 }), write: new SageMaker({ ...config, maxAttempts: 1 }) };
}
