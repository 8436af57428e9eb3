/** The local server: the built page, the operations, and the local region, in one process on 127.0.0.1. */
import { join } from "node:path";
import { getRequestListener } from "@hono/node-server";
import { launchUrl, type OpenedFile, type OpenedFolder, type Session } from "../contract/session";
import { localTarget } from "../contract/target";
import type { Webhooks } from "../local-region/callbackMessages";
import { saidOnce } from "../local-region/state/saidOnce";
import { inMemory } from "./aws/memory";
import { createRegions } from "./aws/regions";
import { reportProblems } from "./deploy/reportProblems";
import { addressOf, type BehindProxy, noProxy, provesProxy } from "./door/behindProxy";
import { builtPage } from "./door/builtPage";
import { type Home, moveIn } from "./door/home";
import { createLocalServer, type PageServer, portOf } from "./door/httpServer";
import { createLaunchCodes } from "./door/launchCodes";
import { listen, stop } from "./door/listen";
import { stateFolder } from "./door/stateFolder";
import { newSecret, proofOf, sameSecret } from "./door/token";
import { deployedFolder } from "./files/deployedFolder";
import { createFolders, type FolderPlace } from "./files/folders";
import type { DefinitionIn } from "./files/listPipelines";
import { createApp } from "./operations/app";

const defaultPort = 47830;

export interface ServerOptions {
  /** Folder of the built page, or who answers in its place. */
  readonly page: string | PageServer;
  /** 0 for one that is free: for tests. */
  readonly port?: number;
  /** Where the local region keeps its state and the server leaves word of itself; null keeps all in memory. */
  readonly state?: string | null;
  /** Where a browser finds it, when it does not come here itself. */
  readonly proxy?: BehindProxy;
  /** What a page opens that the proxy hands on without a code. */
  readonly opened?: OpenedFile | FolderPlace | null;
  /** How long a simulated step lasts, in seconds. */
  readonly stepSeconds?: number;
  /** Where the local region posts the messages of callbacks; left out, nowhere. */
  readonly webhooks?: Webhooks | null;
  /** Looks for the definition in a template of a folder; left out, templates are not listed. */
  readonly definitionIn?: DefinitionIn;
  /** Hears what is wrong with the state folder, in lines for people; they go to stderr when left out. */
  readonly tell?: (line: string) => void;
}

export interface RunningLocalServer {
  /** The server's address, without a code. */
  readonly url: string;
  readonly port: number;
  /** A fresh link that opens the editor with a session, once, within ten minutes. */
  launchUrl(opened?: Session["opened"]): string;
  /** Lets the page edit the files of a folder. */
  openFolder(place: FolderPlace): OpenedFolder;
  /** Loads the AWS SDK (half a second) and the local region before they are asked for. */
  warmUp(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Starts the local server. Rejects with a PortBusyError where the port is taken, with a FolderHeldError where another process works with
 * the state folder.
 */
export async function startServer(options: ServerOptions): Promise<RunningLocalServer> {
  const { page, port: wanted = defaultPort, state = stateFolder(), stepSeconds, proxy = noProxy } = options;
  const tell = saidOnce(options.tell ?? console.error);
  let home: Home | null = null;
  const token = newSecret();
  const key = newSecret();
  const folders = createFolders(key, options.definitionIn);
  const codes = createLaunchCodes(() => performance.now());
  const local = lazily(async () => {
    const { createLocalRegion } = await import("../local-region");
    const length = stepSeconds === undefined ? {} : { stepSeconds };
    return createLocalRegion({
      folder: home?.folder ?? null,
      tell,
      runsAttached: true,
      webhooks: options.webhooks ?? null,
      ...length,
    });
  });
  const kept = (kind: string) => (state === null ? inMemory() : deployedFolder(join(state, "deployed", kind)));
  const regions = createRegions({ localRegion: local.get, memory: { local: kept("local"), aws: kept("aws") } });
  const place = options.opened ?? null;
  const opened = place !== null && "root" in place ? folders.open(place) : place;
  const isSecret = (candidate: string) => provesProxy(proxy, [candidate]);
  const app = createApp({ regions, check: reportProblems, token, codes, folders, proxy: { isSecret, opened } });
  const server = createLocalServer({
    isToken: (candidate) => sameSecret(candidate, token),
    proxy,
    prove: (challenge, port) => proofOf(token, port, challenge),
    page: typeof page === "string" ? builtPage(page, proxy) : page,
    api: getRequestListener(app.fetch, { overrideGlobalObjects: false }),
  });

  await listen(server, wanted);
  const port = portOf(server);
  try {
    if (state !== null) home = moveIn(state, { pid: process.pid, port, token, key }, tell);
  } catch (error) {
    await stop(server);
    throw error;
  }
  const url = addressOf(proxy, port);
  return {
    url,
    port,
    warmUp: async () => {
      await regions.region(localTarget);
    },
    launchUrl: (opened = null) => launchUrl(url, codes.issue(opened)),
    openFolder: (place) => folders.open(place),
    close: async () => {
      await stop(server);
      await (await local.made())?.close();
      home?.leave();
    },
  };
}

/** Made when first asked for, once. */
function lazily<T>(make: () => Promise<T>): { get: () => Promise<T>; made: () => Promise<T | null> } {
  let made: Promise<T> | null = null;
  return {
    get: () => {
      made ??= make();
      return made;
    },
    made: async () => made,
  };
}
