// `npm run dev [-- --port P]`: the editor with hot reload and its API, on one origin. Prints nothing but the link; Enter prints a
// fresh one. What runs in the server (src/server and what it imports) is read once: start again after changing it.
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { endWithNpm, runScript, SetUpError } from "./project.mjs";
import { setUp } from "./setup.mjs";

await runScript(async () => {
  const { values } = parseArgs({ options: { port: { type: "string" } } });
  await setUp();
  const { devPort, startDevServer } = await import("./dev/server.mjs");
  const server = await startDevServer({ port: values.port === undefined ? devPort : portIn(values.port) }).catch(
    (error) => {
      throw isForThePerson(error) ? new SetUpError(error.message) : error;
    },
  );
  const print = () => process.stdout.write(`${server.launchUrl()}\n`);
  print();
  const input = createInterface({ input: process.stdin }).on("line", print);
  endWithNpm();
  await new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.once(signal, resolve);
  });
  input.close();
  // An open pipe would keep the process alive.
  process.stdin.destroy();
  await server.close();
});

/** The port is taken, or another dev server works with the state folder: no fault of the sources. */
function isForThePerson(error) {
  return error.name === "PortBusyError" || error.name === "LocalStateException";
}

function portIn(text) {
  const port = Number(text);
  if (/^\d+$/.test(text) && port > 0 && port < 65_536) return port;
  throw new SetUpError("A port is a number from 1 to 65535.");
}
