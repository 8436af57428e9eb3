/** The page's client and the server's operations with AWS behind a line that a test makes misbehave, and a local region that knows the truth. */
import { type Client, createClient } from "../client/createClient";
import { type IntentTokens, intentTokens } from "../contract/intentTokens";
import { createLocalRegion, type LocalRegion } from "../local-region";
import { localClients } from "../server/aws/clients";
import type { Region } from "../server/aws/region";
import { createRegions } from "../server/aws/regions";
import { usualLimits } from "../server/aws/timeLimits";
import { createLaunchCodes } from "../server/door/launchCodes";
import { createFolders } from "../server/files/folders";
import { createApp } from "../server/operations/app";
import { type Arrived, type Fault, type FaultProxy, startFaultProxy, type Told } from "./faultProxy";
import { fakeTokenStorage } from "./workspace";

export const target = { kind: "aws", profile: "", region: "eu-west-1" } as const;
export const roleArn = "arn:aws:iam::111122223333:role/SageMakerRole";

export const failSteps = (...names: string[]) =>
  JSON.stringify({
    Version: "2020-12-01",
    Metadata: {},
    Parameters: [],
    Steps: names.map((Name) => ({ Name, Type: "Fail", Arguments: { ErrorMessage: "no" } })),
  });

/** One page: its calls, and the tokens that it keeps. */
export interface Page {
  readonly client: Client;
  readonly tokens: IntentTokens;
}

export interface BadLine {
  readonly region: LocalRegion;
  /** Past the proxy: what is really there. */
  readonly truth: Region;
  readonly proxy: FaultProxy;
  readonly client: Client;
  readonly newName: () => string;
  readonly newPage: (client?: Client) => Page;
  readonly pageThrough: (endpoint: string) => Page;
  /** A page for which the time of a call is over as soon as the line hangs: nobody waits, and no busy machine runs out of time. */
  readonly pageThatWaits: (fault: Fault) => { readonly page: Page; readonly fault: Fault };
  /** A pipeline that is there, of one step and three at the same time. */
  readonly create: (pipeline: string) => Promise<void>;
  /** How many versions there are; 0 where there is no pipeline. */
  readonly countVersions: (pipeline: string) => Promise<number>;
  /** The definitions of all versions, oldest first. */
  readonly versions: (pipeline: string) => Promise<readonly (string | undefined)[]>;
  readonly close: () => Promise<void>;
}

const environment = { AWS_ACCESS_KEY_ID: "testing", AWS_SECRET_ACCESS_KEY: "testing" };

/** @param inFront what stands before the region on the line, and how its requests are told apart */
export async function openBadLine(
  inFront: { readonly of: (region: LocalRegion) => Pick<LocalRegion, "handle">; readonly told?: Told } = {
    of: (region) => region,
  },
  stepSeconds = 3600,
): Promise<BadLine> {
  const before = { ...process.env };
  Object.assign(process.env, environment);
  // A step takes its time, so that an execution can be stopped.
  const region = createLocalRegion({ stepSeconds });
  const truth = localClients(region);
  const proxy = await startFaultProxy(inFront.of(region), inFront.told);
  const clientThrough = (endpoint: string, later = usualLimits.later): Client => {
    // The SDK reads it when its client is first used, so each of these is used before the next is made.
    process.env.AWS_ENDPOINT_URL_SAGEMAKER = endpoint;
    process.env.AWS_ENDPOINT_URL = endpoint;
    const limits = { ...usualLimits, pauses: [10, 20], later };
    const app = createApp({
      regions: createRegions({ localRegion: async () => region, limits }),
      check: async () => [],
      token: "token",
      codes: createLaunchCodes(() => 0),
      folders: createFolders(""),
    });
    return createClient({
      token: () => "token",
      fetch: async (input, init) => app.fetch(new Request(new URL(String(input), "http://127.0.0.1"), init)),
    });
  };
  const client = clientThrough(proxy.endpoint);
  const newPage = (of = client) => ({
    client: of,
    tokens: intentTokens(fakeTokenStorage(), () => crypto.randomUUID()),
  });
  const countVersions = async (PipelineName: string) => {
    const listed = await truth.read.listPipelineVersions({ PipelineName }).catch(() => null);
    return listed?.PipelineVersionSummaries?.length ?? 0;
  };
  let names = 0;
  return {
    region,
    truth,
    proxy,
    client,
    newName: () => `pipeline-${++names}`,
    newPage,
    pageThrough: (endpoint) => newPage(clientThrough(endpoint)),
    pageThatWaits: (fault) => {
      const waiting = new Set<() => void>();
      const waits = clientThrough(proxy.endpoint, (run) => {
        waiting.add(run);
        return () => void waiting.delete(run);
      });
      const reply: Fault["reply"] = (socket, answer) => {
        fault.reply(socket, answer);
        // What was sent before the line hangs has the time to arrive.
        setTimeout(() => {
          for (const run of waiting) run();
        }, 10);
      };
      return { page: newPage(waits), fault: { ...fault, reply } };
    },
    create: async (pipeline) => {
      await truth.write.createPipeline({
        PipelineName: pipeline,
        PipelineDefinition: failSteps("A"),
        RoleArn: roleArn,
        PipelineDescription: "first",
        ParallelismConfiguration: { MaxParallelExecutionSteps: 3 },
        ClientRequestToken: crypto.randomUUID(),
      });
    },
    countVersions,
    versions: async (PipelineName) => {
      const ids = Array.from({ length: await countVersions(PipelineName) }, (_, index) => index + 1);
      const read = (PipelineVersionId: number) => truth.read.describePipeline({ PipelineName, PipelineVersionId });
      return (await Promise.all(ids.map(read))).map(({ PipelineDefinition }) => PipelineDefinition);
    },
    close: async () => {
      await proxy.close();
      for (const name of [...Object.keys(environment), "AWS_ENDPOINT_URL_SAGEMAKER", "AWS_ENDPOINT_URL"])
        delete process.env[name];
      Object.assign(process.env, before);
    },
  };
}

/** For the calls of an operation from one to another, counted from 0. */
export function on(call: string, fault: Fault, from = 0, to = from): (arrived: Arrived) => Fault | null {
  return ({ operation, nth }) => (operation === call && nth >= from && nth <= to ? fault : null);
}

/** Some at a time. */
export async function each<T>(all: readonly T[], run: (one: T) => Promise<void>): Promise<void> {
  const left = [...all];
  const worker = async () => {
    for (let one = left.shift(); one !== undefined; one = left.shift()) await run(one);
  };
  await Promise.all(Array.from({ length: 12 }, worker));
}
