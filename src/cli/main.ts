#!/usr/bin/env node
import { run } from "./program";
import { processTerminal } from "./terminal";

// A reader that stops early (`stepwire graph x | head`) is no failure.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});

process.exitCode = await run(process.argv.slice(2), processTerminal());
