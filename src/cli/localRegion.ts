import { untilStopped } from "./signals";
import { type ExitCode, exit, type Terminal } from "./terminal";
import { UsageError } from "./usageError";

/** `stepwire local-region [--port P] [--state DIR]`: SageMaker Pipelines on this computer, for boto3, the AWS CLI or the Python SDK. */
export async function localRegion(options: { port: number; state?: string }, terminal: Terminal): Promise<ExitCode> {
  const [{ createLocalRegion }, { createLocalRegionServer }, { portOf }, { listen, stop }] = await Promise.all([
    import("../local-region"),
    import("../server/localRegionServer"),
    import("../server/httpServer"),
    import("../server/listen"),
  ]);
  const region = createLocalRegion({ stateDir: options.state ?? null });
  const server = createLocalRegionServer(region);
  await listen(server, options.port).catch((thrown: unknown) => {
    throw thrown instanceof Error && thrown.name === "PortBusyError" ? new UsageError(thrown.message) : thrown;
  });
  const endpoint = `http://127.0.0.1:${portOf(server)}`;
  terminal.out(`Local region: ${endpoint}\n`);
  terminal.err(
    `Point a client at it: AWS_ENDPOINT_URL_SAGEMAKER=${endpoint} (any region, any credentials). Ctrl+C stops it.\n`,
  );
  await untilStopped();
  await stop(server);
  await region.close();
  return exit.fine;
}
