// The dev server is the product's server, read from its sources, with Vite's page behind the same door: Vite hears of no request and no
// WebSocket that the door has not let in.
import { join } from "node:path";
import { root } from "../project.mjs";
import { openDevPage } from "./page.mjs";

export const devPort = 47832;

/** `state` is a folder, `dev` in the person's own unless given; `folder` and `configFile` are the page's. */
export async function startDevServer({ port = devPort, state, folder = root, configFile }) {
  const sources = await readSources();
  let page = null;
  try {
    const [{ startServer }, { stateFolder }, { contentSecurityPolicy }] = await Promise.all(
      ["main.ts", "door/stateFolder.ts", "door/headers.ts"].map((file) =>
        sources.ssrLoadModule(join(root, "src", "server", file)),
      ),
    );
    page = await openDevPage({ folder, configFile, productPolicy: contentSecurityPolicy });
    const server = await startServer({ port, page, state: state ?? join(stateFolder(), "dev") });
    return {
      ...server,
      close: async () => {
        // The page first: a server waits for its open WebSockets.
        await page.close();
        await server.close();
        await sources.close();
      },
    };
  } catch (error) {
    await page?.close();
    await sources.close();
    throw error;
  }
}

/** Reads TypeScript. Apart from the page's Vite, which starts anew when its configuration changes and would take the server along. */
async function readSources() {
  const vite = await import("vite");
  return vite.createServer({
    root,
    configFile: false,
    logLevel: "warn",
    optimizeDeps: { noDiscovery: true },
    server: { middlewareMode: true, ws: false, watch: null },
  });
}
