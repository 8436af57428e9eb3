// Parses flowcharts by Mermaid itself, which wants a page around it.
import { readFileSync } from "node:fs";
import { JSDOM } from "jsdom";

const { window } = new JSDOM("");
globalThis.window = window;
globalThis.document = window.document;
const { default: mermaid } = await import("mermaid");
mermaid.initialize({ maxTextSize: 1_000_000, maxEdges: 10_000 });
let failed = 0;
for (const file of process.argv.slice(2)) {
  try {
    await mermaid.parse(readFileSync(file, "utf8"));
  } catch (thrown) {
    failed++;
    console.log(`${file}: ${thrown instanceof Error ? thrown.message : JSON.stringify(thrown)}`);
  }
}
process.exitCode = failed === 0 ? 0 : 1;
