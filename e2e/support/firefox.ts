import type { Browser } from "@playwright/test";

/** Playwright asks this of each new page; Firefox 153 has no command for it, and its answer is not needed. */
const unknownToFirefox = "emulation.setMediaFeaturesOverride";

interface Session {
  send(method: string, params?: unknown): Promise<unknown>;
}

/** Firefox as its maker built it, told nothing that it does not know. Playwright has no public way to leave a command out. */
export function withoutUnknownCommands(browser: Browser): Browser {
  const inside = browser as unknown as {
    _connection: { toImpl(browser: Browser): { _browserSession: Session } };
  };
  const session = inside._connection.toImpl(browser)._browserSession;
  const send = session.send.bind(session);
  session.send = async (method, params) => (method === unknownToFirefox ? {} : send(method, params));
  return browser;
}
