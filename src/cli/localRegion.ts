import { untilStopped } from "./signals";
import { type ExitCode, exit, type Terminal } from "./terminal";
import { UsageError } from "./usageError";

/** `stepwire local-region [--port P] [--state DIR]`: SageMaker Pipelines on this computer, for boto3, the AWS CLI or the Python SDK. */
export async function localRegion(options: { port: number; state?: string }, terminal: Terminal): Promise<ExitCode> {
  const { listenLocalRegion } = await import("../local-region/server");
  const state = options.state === undefined ? {} : { state: { dir: options.state, chosenBy: "--state" } };
  const tell = (line: string) => terminal.err(`stepwire: ${line}\n`);
  const listening = await listenLocalRegion({ port: options.port, ...state, tell }).catch(
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
  await untilStopped();
  await listening.close();
  return exit.fine;
}
