import { useEffect, useState } from "react";
import type { Targets } from "../../contract/target";
import { useIsConnected, usePage } from "./pageContext";

/** Where one can deploy to from this computer; null while that is not known, and without the local server. */
export function useTargets(): Targets | null {
  const { client } = usePage().connection;
  const connected = useIsConnected();
  const [targets, setTargets] = useState<Targets | null>(null);
  useEffect(() => {
    if (!connected) return;
    const gone = new AbortController();
    void client.targets({}, { signal: gone.signal }).then((result) => result.ok && setTargets(result.value));
    return () => gone.abort();
  }, [client, connected]);
  return connected ? targets : null;
}
