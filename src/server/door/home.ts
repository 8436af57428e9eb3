/** The server's place in the state folder: the right to write there, and the word that it leaves of itself. */
import { join } from "node:path";
import { FolderHeldError, type RegionFolder, regionFolder } from "../../local-region/state/regionFolder";
import { faultOf, StateFault } from "../../local-region/state/stateFault";
import { forgetServer, type RunningServer, rememberServer } from "./stateFolder";

export interface Home {
  /** Where the local region keeps its state. */
  readonly folder: RegionFolder;
  leave(): void;
}

/** How often a state folder that cannot be used is tried again. */
const retryEvery = 2000;

/**
 * Claims the state folder and leaves word of the server there; throws a FolderHeldError where another process works with it. A folder
 * that cannot be used keeps nobody from editing: it is told, and tried again until it is mended.
 */
export function moveIn(state: string, running: RunningServer, tell: (line: string) => void): Home {
  const choice = { dir: join(state, "local-region"), chosenBy: "STEPWIRE_STATE" };
  const folder = regionFolder(choice, running.port);
  const attempt = (): StateFault | null => {
    try {
      folder.claim();
      rememberServer(state, running);
      return null;
    } catch (thrown) {
      const fault = faultOf(thrown, choice);
      if (fault instanceof StateFault) return fault;
      throw fault;
    }
  };
  const again = () => {
    const fault = attempt();
    if (fault === null) tell(`The state folder ${state} can be used now.`);
    else if (fault instanceof FolderHeldError) tell(fault.message);
    else return;
    clearInterval(retry);
  };
  let retry: NodeJS.Timeout | undefined;
  const first = attempt();
  if (first instanceof FolderHeldError) throw first;
  if (first !== null) {
    tell(first.message);
    retry = setInterval(again, retryEvery).unref();
  }
  return {
    folder,
    leave: () => {
      clearInterval(retry);
      forgetServer(state, running);
      folder.release();
    },
  };
}
