import { statSync } from "node:fs";
import { basename, dirname, resolve } from "node:path";
import { createInterface } from "node:readline";
import type { OpenedFile } from "../contract/session";
import { importFile, textOf } from "../import";
import { definitionIn, definitionInPlace } from "../import/inPlace";
import { FolderHeldError } from "../local-region/state/regionFolder";
import { isSideFile } from "../pipeline/definition/sideFile";
import type { FolderPlace } from "../server/files/folders";
import type { RunningLocalServer, ServerOptions } from "../server/main";
import { openBrowser } from "./browser";
import { callbackWebhooks } from "./callbackWebhooks";
import { type DefinitionChoice, readBytes, requireDefinition } from "./definitionFile";
import { pageFolder } from "./pageFolder";
import { type ProxyOptions, proxyOf } from "./proxyOptions";
import { askRunningServer } from "./runningServer";
import { untilStopped } from "./signals";
import { type ExitCode, exit, type Terminal } from "./terminal";
import { UsageError } from "./usageError";

export interface OpenOptions extends DefinitionChoice, ProxyOptions {
  readonly port: number;
  readonly open: boolean;
  readonly copy?: boolean;
  readonly callbackWebhook: readonly string[];
}

/** `stepwire open [FILE or FOLDER] [--copy] [--port P] [--no-open]`: the local server and the editor, on the files themselves. */
export async function open(file: string | undefined, options: OpenOptions, terminal: Terminal): Promise<ExitCode> {
  const proxy = proxyOf(options, process.env);
  const webhooks = callbackWebhooks(options.callbackWebhook);
  const opened = file === undefined ? null : await whatToOpen(file, options, terminal);
  const started = await startOrShare({ port: options.port, proxy, opened, webhooks }, terminal);
  if (typeof started === "string") {
    terminal.out(`Stepwire runs already. Open ${started}\n`);
    if (webhooks !== null)
      terminal.err(
        "stepwire: It posts no callbacks to the address given here: stop it, and start it with --callback-webhook.\n",
      );
    if (options.open) openBrowser(started);
    return exit.fine;
  }
  const server = started;
  const first = server.launchUrl(opened !== null && "root" in opened ? server.openFolder(opened) : opened);
  terminal.out(`Stepwire: ${first}\n`);
  terminal.err("The link works once, for ten minutes. Enter prints a fresh one, Ctrl+C stops the server.\n");
  if (options.open) openBrowser(first);
  // Once the page has been served, so that the first Deploy does not wait for it.
  setTimeout(() => void server.warmUp().catch(() => {}), 3000).unref();
  // Stdin that the definition came from has nothing more to say.
  const input = file === "-" ? null : createInterface({ input: process.stdin });
  input?.on("line", () => terminal.out(`Stepwire: ${server.launchUrl()}\n`));
  await untilStopped();
  input?.close();
  // An open pipe would keep the process alive.
  process.stdin.destroy();
  await server.close();
  return exit.fine;
}

/** A server of our own, or the link of one that runs already: at this port, or at another with the same state folder. */
async function startOrShare(
  { port, proxy, opened, webhooks }: Required<Pick<ServerOptions, "port" | "proxy" | "opened" | "webhooks">>,
  terminal: Terminal,
): Promise<RunningLocalServer | string> {
  const link = await askRunningServer(port, opened);
  if (link !== null) return link;
  const { startServer } = await import("../server/main");
  const tell = (line: string) => terminal.err(`stepwire: ${line}\n`);
  try {
    return await startServer({ page: pageFolder(), port, proxy, opened, webhooks, definitionIn, tell });
  } catch (thrown) {
    if (thrown instanceof FolderHeldError && proxy.secret !== null) {
      // The proxy waits for a server at this port, and cannot be sent to another.
      tell(`${thrown.message} Until then the local region of this one is kept in memory.`);
      return startServer({ page: pageFolder(), port, proxy, opened, webhooks, definitionIn, state: null, tell });
    }
    if (thrown instanceof FolderHeldError) {
      const shared = thrown.port === null ? null : await askRunningServer(thrown.port, opened);
      if (shared === null) throw new UsageError(thrown.message);
      tell(
        `Not started at port ${port}: two servers would overwrite each other's pipelines. ` +
          "For a second one beside the first, give it a state folder of its own with STEPWIRE_STATE.",
      );
      return shared;
    }
    throw thrown instanceof Error && thrown.name === "PortBusyError" ? new UsageError(thrown.message) : thrown;
  }
}

/** The folder or the definition that is edited in place; of all else the definition in it, as a copy. */
async function whatToOpen(path: string, options: OpenOptions, terminal: Terminal): Promise<OpenedFile | FolderPlace> {
  if (path !== "-" && options.copy !== true && options.pipeline === undefined) {
    const place = await placeOf(path, terminal);
    if (place !== null) return place;
  }
  const { name, text } = await requireDefinition(path, options, terminal);
  // The definition alone, under the name that the page makes the pipeline's of.
  return { name: path === "-" ? "stdin.json" : `${name}.json`, text };
}

/** Null for what holds a definition and is none. */
async function placeOf(path: string, terminal: Terminal): Promise<FolderPlace | null> {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat?.isDirectory() === true) return { root: resolve(path), only: null };
  if (stat?.isFile() !== true || isSideFile(path)) return null;
  const place = { root: dirname(resolve(path)), only: basename(path) };
  if (/\.(ya?ml|template|tf)$/i.test(path)) {
    const text = textOf(readBytes(path));
    const inside = text.ok ? await definitionInPlace(text.text, path) : null;
    if (inside?.ok === true) return place;
    if (inside?.holds === true) terminal.err(`stepwire: ${path} is opened as a copy: ${inside.why}.\n`);
    return null;
  }
  if (!/\.json$/i.test(path)) return null;
  const read = await importFile(readBytes(path), path);
  const isItself = read.ok && read.found.length === 1 && read.found[0].taken === null && read.found[0].result.ok;
  return isItself ? place : null;
}
