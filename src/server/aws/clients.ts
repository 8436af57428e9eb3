/** The one place that makes SageMaker clients; loaded when the first is needed. */
import { SageMaker, type SageMakerClientConfig } from "@aws-sdk/client-sagemaker";
import { fromIni, fromNodeProviderChain } from "@aws-sdk/credential-providers";
import type { LocalRegion } from "../../local-region";
import { carryWhatIsAhead } from "./aheadOfSdk";
import { inProcess } from "./inProcess";
import { localRegionName } from "./localNames";
import { inMemory, type Memory } from "./memory";
import type { Region } from "./region";
import type { Connect } from "./services/connect";
import { type Services, servicesOf } from "./services/services";
import { type TimeLimits, usualLimits } from "./timeLimits";
import { type Attempts, twoClients } from "./twoClients";
import { wholeAnswers } from "./wholeAnswers";

// The SDK's note that it will want a newer Node some day is for developers, not for the person at the terminal.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= "true";

/**
 * Clients for an AWS profile and region. The endpoint is AWS's, or what `AWS_ENDPOINT_URL_SAGEMAKER` (of another service its own variable)
 * says, which the SDK reads itself. `profile` null takes the default credential chain.
 */
export function awsClients(profile: string | null, region: string, memory: Memory, limits = usualLimits): Region {
  const credentials = profile === null ? fromNodeProviderChain() : fromIni({ profile, ignoreCache: true });
  const config = { region, credentials, ...(profile === null ? {} : { profile }) };
  const configOf: Connect["configOf"] = ({ maxAttempts, limit }) => {
    // Without `throwOnRequestTimeout` the SDK only writes a warning when the time is over (`set-request-timeout.js`).
    const requestHandler = { connectionTimeout: limits.connect, requestTimeout: limit, throwOnRequestTimeout: true };
    return { ...config, maxAttempts, requestHandler };
  };
  return regionOf(configOf, memory, limits, servicesOf({ configOf, limits }));
}

/** Clients whose requests go to the local region in this process: the same protocol, without a port. */
export function localClients(region: Pick<LocalRegion, "handle">, limits = usualLimits, memory = inMemory()): Region {
  const config = {
    region: localRegionName,
    credentials: { accessKeyId: "local", secretAccessKey: "local" },
    // Set, so that an endpoint from the environment, meant for AWS, does not reach the signature here.
    endpoint: "http://local-region.invalid",
  };
  return regionOf(
    ({ maxAttempts }) => ({ ...config, maxAttempts, requestHandler: inProcess(region) }),
    memory,
    limits,
    null,
  );
}

function regionOf(
  configOf: (attempts: Attempts) => SageMakerClientConfig,
  lastDeployed: Memory,
  limits: TimeLimits,
  services: Services | null,
): Region {
  const make = (attempts: Attempts): SageMaker => {
    const made = new SageMaker(configOf(attempts));
    const handler = made.config.requestHandler;
    handler.handle = wholeAnswers(handler.handle.bind(handler));
    carryWhatIsAhead(made);
    return made;
  };
  return { ...twoClients(make, limits), pauses: limits.pauses, services, lastDeployed };
}
