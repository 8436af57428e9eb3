import { createContext, useContext, useSyncExternalStore } from "react";
import type { Client, Connection } from "../../editor/session/connection";

export const ConnectionContext = createContext<Connection | null>(null);

/** The typed calls to the local server. A call without a session fails as data, with words of its own (`toDisplayError`). */
export function useClient(): Client {
  return useConnection().client;
}

/** True while this tab holds a token of the local server; without one everything but deploying and running works. */
export function useIsConnected(): boolean {
  const { session } = useConnection();
  return useSyncExternalStore(session.subscribe, () => session.token() !== null);
}

function useConnection(): Connection {
  const connection = useContext(ConnectionContext);
  if (connection === null) throw new Error("There is no connection around this component.");
  return connection;
}
