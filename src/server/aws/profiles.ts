/** The AWS profiles of this computer, by name and region alone: what else they hold stays in their files. */
import { environmentProfile, type Targets } from "../../contract/target";

/** Regions with SageMaker Pipelines, to choose from; a region that fits the pattern and is not here is taken as well. */
export const knownRegions: readonly string[] = [
  "us-east-1",
  "us-east-2",
  "us-west-1",
  "us-west-2",
  "ca-central-1",
  "sa-east-1",
  "eu-central-1",
  "eu-central-2",
  "eu-north-1",
  "eu-south-1",
  "eu-south-2",
  "eu-west-1",
  "eu-west-2",
  "eu-west-3",
  "af-south-1",
  "ap-east-1",
  "ap-northeast-1",
  "ap-northeast-2",
  "ap-northeast-3",
  "ap-south-1",
  "ap-south-2",
  "ap-southeast-1",
  "ap-southeast-2",
  "ap-southeast-3",
  "ap-southeast-4",
  "il-central-1",
  "me-central-1",
  "me-south-1",
  "us-gov-east-1",
  "us-gov-west-1",
  "cn-north-1",
  "cn-northwest-1",
];

type Profile = Targets["profiles"][number];

/** Variables that say that the environment itself brings credentials. */
const environmentVariables = [
  "AWS_ACCESS_KEY_ID",
  "AWS_WEB_IDENTITY_TOKEN_FILE",
  "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI",
  "AWS_CONTAINER_CREDENTIALS_FULL_URI",
];

/** Lists the profiles in the shared config and credentials files, and the environment where it brings credentials. */
export async function listProfiles(): Promise<readonly Profile[]> {
  const { loadSharedConfigFiles } = await import("@smithy/core/config");
  // Read anew each time: a person signs in or adds a profile while the server runs.
  const { configFile, credentialsFile } = await loadSharedConfigFiles({ ignoreCache: true });
  const names = new Set([...Object.keys(configFile), ...Object.keys(credentialsFile)]);
  const profiles: Profile[] = [...names]
    .filter((name) => name !== "" && !/^(?:sso-session|services)[ .]/.test(name))
    .map((name) => ({ name, label: name, region: configFile[name]?.region ?? credentialsFile[name]?.region ?? null }));
  if (!environmentVariables.some((name) => process.env[name])) return profiles;
  const region = process.env.AWS_REGION ?? process.env.AWS_DEFAULT_REGION ?? null;
  return [{ name: environmentProfile, label: "Environment", region }, ...profiles];
}
