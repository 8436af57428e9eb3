import { attachedHandlers } from "./attachedHandlers";
import { callbackWebhooks } from "./callbackWebhooks";
import { untilStopped } from "./signals";
import { type ExitCode, exit, type Terminal } from "./terminal";
import { UsageError } from "./usageError";

export interface LocalRegionOptions {
  readonly port: number;
  readonly state?: string;
  readonly runHandlers: readonly string[];
  readonly callbackWebhook: readonly string[];
}

/**
 * `stepwire local-region [--port P] [--state DIR] [--run-handlers STEP=FILE] [--callback-webhook [STEP=]URL]`: SageMaker Pipelines on this
 * computer, for boto3, the AWS CLI or the Python SDK.
 */
export async function localRegion(options: LocalRegionOptions, terminal: Terminal): Promise<ExitCode> {
  const handlers = attachedHandlers(options.runHandlers);
  const webhooks = callbackWebhooks(options.callbackWebhook);
  const { listenLocalRegion } = await import("../local-region/server");
  const state = options.state === undefined ? {} : { state: { dir: options.state, chosenBy: "--state" } };
  const tell = (line: string) => terminal.err(`stepwire: ${line}\n`);
  const print = (line: string) => terminal.err(`${line}\n`);
  const listening = await listenLocalRegion({ port: options.port, ...state, tell, handlers, webhooks, print }).catch(
    (thrown: NodeJS.ErrnoException) => {
      if (thrown.name === "LocalStateException") throw new UsageError(thrown.message);
      if (thrown.code !== "EADDRINUSE") throw thrown;
      throw new UsageError(`Port ${options.port} is in use by another program. Choose another one with --port.`);
    },
  );
  terminal.out(`Local region: ${listening.endpoint}\n`);
  terminal.err(
    `Point a client at it: AWS_ENDPOINT_URL_SAGEMAKER=${listening.endpoint} (any region, any credentials). Ctrl+C stops it.\n`,
  );
  if (handlers.size > 0) {
    const { reachOfCode } = await import("../local-region/handlers/isolation");
    const steps = [...handlers.keys()].join(", ");
    terminal.err(`Code is really run for ${steps}. ${reachOfCode()}\n`);
  }
  await untilStopped();
  await listening.close();
  return exit.fine;
}
