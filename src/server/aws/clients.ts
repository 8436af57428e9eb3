/** The one place that makes SageMaker clients; loaded when the first is needed. */
import { SageMaker, type SageMakerClientConfig } from "@aws-sdk/client-sagemaker";
import { fromIni, fromNodeProviderChain } from "@aws-sdk/credential-providers";
import type { LocalRegion } from "../../local-region";
import { carryWhatIsAhead } from "./aheadOfSdk";
import { inProcess } from "./inProcess";
import { localRegionName } from "./localNames";
import type { Region } from "./region";
import { type TimeLimits, usualLimits, within } from "./timeLimits";
import { wholeAnswers } from "./wholeAnswers";

// The SDK's note that it will want a newer Node some day is for developers, not for the person at the terminal.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= "true";

/**
 * Clients for an AWS profile and region. The endpoint is AWS's, or what `AWS_ENDPOINT_URL_SAGEMAKER` says, which the SDK reads itself.
 * `profile` null takes the default credential chain.
 */
export function awsClients(profile: string | null, region: string, limits = usualLimits): Region {
  const credentials = profile === null ? fromNodeProviderChain() : fromIni({ profile, ignoreCache: true });
  const config = { region, credentials, ...(profile === null ? {} : { profile }) };
  const handlerFor = (requestTimeout: number) => {
    // Without `throwOnRequestTimeout` the SDK only writes a warning when the time is over (`set-request-timeout.js`).
    return { connectionTimeout: limits.connect, requestTimeout, throwOnRequestTimeout: true };
  };
  return both(config, handlerFor, limits);
}

/** Clients whose requests go to the local region in this process: the same protocol, without a port. */
export function localClients(region: Pick<LocalRegion, "handle">, limits = usualLimits): Region {
  const config = {
    region: localRegionName,
    credentials: { accessKeyId: "local", secretAccessKey: "local" },
    // Set, so that an endpoint from the environment, meant for AWS, does not reach the signature here.
    endpoint: "http://local-region.invalid",
  };
  return both(config, () => inProcess(region), limits);
}

/** The form in which all methods of the client call it. */
type Send = (command: object, options?: object) => Promise<unknown>;

function both(
  config: SageMakerClientConfig,
  handlerFor: (limit: number) => NonNullable<SageMakerClientConfig["requestHandler"]>,
  { read, write, pauses, later }: TimeLimits,
): Region {
  const client = (limit: number, maxAttempts: number) => {
    const made = new SageMaker({ ...config, maxAttempts, requestHandler: handlerFor(limit) });
    const handler = made.config.requestHandler;
    handler.handle = wholeAnswers(handler.handle.bind(handler));
    // Around all of a call: signing in, what the SDK tries again, and the body of the answer, where the handler's own limit ends.
    carryWhatIsAhead(made);
    const send = made.send.bind(made) as unknown as Send;
    const timed: Send = (command, options) =>
      within(limit, later, (abortSignal) => send(command, { ...options, abortSignal }));
    Object.assign(made, { send: timed });
    return made;
  };
  return { read: client(read, 3), write: client(write, 1), pauses };
}
