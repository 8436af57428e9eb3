import { statSync } from "node:fs";
import { type ExitCode, exit } from "./terminal";
import { UsageError } from "./usageError";

/** `stepwire mcp [FOLDER] [--allow-deploy[=aws:PROFILE/REGION]]`: the core for agents, over stdin and stdout, until whoever started it goes. */
export async function mcp(folder: string, version: string, allowDeploy?: string | true): Promise<ExitCode> {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true)
    throw new UsageError(`${folder} is no folder. Name the folder that the pipelines lie in.`);
  const [{ createMcpServer }, { StdioServerTransport }] = await Promise.all([
    import("../mcp/server"),
    import("@modelcontextprotocol/sdk/server/stdio.js"),
  ]);
  const reach = allowDeploy === undefined ? null : await reached(allowDeploy);
  const server = createMcpServer(folder, version, reach);
  const ended = new Promise<void>((done) => {
    process.stdin.once("end", done);
    process.stdin.once("close", done);
  });
  await server.connect(new StdioServerTransport());
  await ended;
  await server.close();
  await reach?.close();
  return exit.fine;
}

async function reached(allowDeploy: string | true) {
  const { reachOf, readReach } = await import("./mcpReach");
  return reachOf(readReach(allowDeploy));
}
