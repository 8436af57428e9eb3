/** From a target to the SageMaker that answers there. The same SDK client serves AWS and the local region. */

import { OperationError } from "../../contract/operationError";
import { environmentProfile, type Target, type Targets, targetKey } from "../../contract/target";
import type { LocalRegion } from "../../local-region";
import { localAccount, localRegionName, localRoleArn } from "./localNames";
import { inMemory, type Memory } from "./memory";
import { knownRegions, listProfiles } from "./profiles";
import type { Region } from "./region";
import type { TimeLimits } from "./timeLimits";

export interface Regions {
  targets(): Promise<Targets>;
  region(target: Target): Promise<Region>;
  /** The local region itself, for what SageMaker's API does not tell. */
  local(): Promise<LocalRegion>;
  /** Makes the next call start with fresh credentials: the person may have signed in again meanwhile. */
  forget(target: Target): void;
}

export interface RegionsOptions {
  readonly localRegion: () => Promise<LocalRegion>;
  readonly profiles?: typeof listProfiles;
  readonly limits?: TimeLimits;
  /** Where it is kept what was deployed from here: an ARN of the local region may be that of a real account too. */
  readonly memory?: { readonly local: Memory; readonly aws: Memory };
}

/** Clients are made when first asked for: the SDK takes half a second to load, and the page must not wait for it. */
export function createRegions(options: RegionsOptions): Regions {
  const { localRegion, profiles = listProfiles, limits, memory = { local: inMemory(), aws: inMemory() } } = options;
  const made = new Map<string, Promise<Region>>();
  const make = async (target: Target): Promise<Region> => {
    const clients = await import("./clients");
    if (target.kind === "local") return clients.localClients(await localRegion(), limits, memory.local);
    const known = await profiles();
    if (!known.some(({ name }) => name === target.profile)) throw new OperationError(noProfile(target.profile));
    const profile = target.profile === environmentProfile ? null : target.profile;
    return clients.awsClients(profile, target.region, memory.aws, limits);
  };
  return {
    local: localRegion,
    targets: async () => ({
      local: {
        roleArn: localRoleArn,
        region: localRegionName,
        account: localAccount,
        troubles: [...(await localRegion()).troubles()],
      },
      profiles: [...(await profiles())],
      regions: [...knownRegions],
    }),
    region: (target) => {
      const key = targetKey(target);
      const present = made.get(key);
      if (present !== undefined) return present;
      const region = make(target);
      made.set(key, region);
      region.catch(() => made.delete(key));
      return region;
    },
    forget: (target) => {
      if (target.kind === "aws") made.delete(targetKey(target));
    },
  };
}

function noProfile(profile: string) {
  const message =
    profile === environmentProfile
      ? "The environment brings no AWS credentials."
      : "There is no such profile in the AWS configuration of this computer.";
  return { kind: "credentials", name: "ProfileNotFound", message } as const;
}
