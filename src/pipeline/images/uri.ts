/** The URIs of images in ECR: `ACCOUNT.dkr.ecr.REGION.DOMAIN/REPOSITORY:TAG`. */
import type { AwsImage } from "./table";

/** What stands behind the region in the names of hosts: AWS's partitions, by how their regions begin (botocore, endpoints.json). */
const domains: readonly (readonly [begins: string, domain: string])[] = [
  ["cn-", "amazonaws.com.cn"],
  ["us-iso-", "c2s.ic.gov"],
  ["us-isob-", "sc2s.sgov.gov"],
  ["us-isof-", "csp.hci.ic.gov"],
  ["eu-isoe-", "cloud.adc-e.uk"],
  ["eusc-", "amazonaws.eu"],
];

function domainOf(region: string): string {
  return domains.find(([begins]) => region.startsWith(begins))?.[1] ?? "amazonaws.com";
}

/** The URI of an image in a region; null where AWS does not have it there. */
export function uriOf({ accounts, repository, tag }: AwsImage, region: string): string | null {
  const account = accounts.get(region);
  if (account === undefined) return null;
  return `${account}.dkr.ecr.${region}.${domainOf(region)}/${repository}${tag === "" ? "" : `:${tag}`}`;
}

export interface ImageUri {
  readonly account: string;
  readonly region: string;
  readonly repository: string;
  readonly tag: string;
}

/** Takes the URI of an image in ECR apart; null for any other text. */
export function readUri(text: string): ImageUri | null {
  const match =
    /^(\d{12})\.dkr\.ecr(?:-fips)?\.([a-z]+-[a-z0-9-]+)\.[a-z0-9.-]+\/([\w./-]+?)(?::([\w.-]+))?(?:@sha256:\w+)?$/.exec(
      text,
    );
  if (match === null) return null;
  const [, account = "", region = "", repository = "", tag = ""] = match;
  return { account, region, repository, tag };
}
