/** What a text in a definition names of one account or region. */
import { lookup } from "../definition/byName";

/** The kinds, in the order in which they are told. */
export const literalKinds = [
  "role",
  "bucket",
  "image",
  "function",
  "queue",
  "key",
  "endpoint",
  "modelPackageGroup",
  "network",
  "other",
] as const;
export type LiteralKind = (typeof literalKinds)[number];

/** A part of a text that names something. */
export interface Found {
  readonly kind: LiteralKind;
  readonly text: string;
  readonly from: number;
  /** Null where the name does not say it. */
  readonly account: string | null;
  readonly region: string | null;
}

const patterns: readonly {
  readonly pattern: RegExp;
  readonly read: (match: RegExpMatchArray) => Omit<Found, "from"> | null;
}[] = [
  {
    // General reference, *Amazon Resource Names*.
    pattern: /\barn:aws[\w-]*:([\w-]+):([a-z0-9-]*):(\d{12}|aws)?:[\w+=,.@:/*$-]*[\w*]/g,
    read: ([text, service = "", region = "", account = ""]) => {
      if (service === "s3" || (region === "" && !/^\d/.test(account))) return null;
      return {
        kind: kindOfArn(service, text),
        text,
        account: /^\d/.test(account) ? account : null,
        region: region || null,
      };
    },
  },
  {
    pattern: /(?<=\bs3:\/\/|\barn:aws[\w-]*:s3:::)[A-Za-z0-9](?:[\w.-]*\w)?/g,
    read: ([text]) => ({ kind: "bucket", text, account: null, region: null }),
  },
  {
    pattern: /\b(\d{12})\.dkr\.ecr(?:-fips)?\.([a-z]+-[a-z0-9-]+)\.[a-z0-9.-]+\/[\w./-]+(?::[\w.-]+)?(?:@sha256:\w+)?/g,
    read: ([text, account = "", region = ""]) => ({ kind: "image", text, account, region }),
  },
  {
    pattern: /\bhttps:\/\/sqs\.([a-z]+-[a-z0-9-]+)\.[a-z0-9.-]+\/(\d{12})\/[\w.-]+/g,
    read: ([text, region = "", account = ""]) => ({ kind: "queue", text, account, region }),
  },
  {
    pattern:
      /\bhttps:\/\/(?!sqs\.)[\w.-]*?\.([a-z]{2}(?:-[a-z]+)+-\d)\.(?:[\w-]+\.)*amazonaws\.com(?:\.cn)?[\w./?=&%-]*/g,
    read: ([text, region = ""]) => ({ kind: "other", text, account: null, region }),
  },
];

const arnKinds: Readonly<Record<string, LiteralKind>> = {
  lambda: "function",
  sqs: "queue",
  kms: "key",
  ec2: "network",
};

function kindOfArn(service: string, arn: string): LiteralKind {
  if (service === "iam") return arn.includes(":role/") ? "role" : "other";
  if (service === "sagemaker" && /:endpoint\//.test(arn)) return "endpoint";
  if (service === "sagemaker" && /:model-package-group\//.test(arn)) return "modelPackageGroup";
  return lookup(arnKinds, service) ?? "other";
}

/** All that a text names by ARNs and addresses, in its order. */
export function namedIn(text: string): readonly Found[] {
  if (!/arn:|s3:\/\/|amazonaws|\.dkr\.ecr/.test(text)) return [];
  const found = patterns.flatMap(({ pattern, read }) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const named = read(match);
      return named === null ? [] : [{ ...named, from: match.index }];
    }),
  );
  return found.toSorted((one, other) => one.from - other.from);
}

const fields: readonly (readonly [RegExp, LiteralKind])[] = [
  [/Kms(?:Key)?(?:Id|Arn)?$|EncryptionKey/, "key"],
  [/^EndpointName$/, "endpoint"],
  [/^ModelPackageGroupName$/, "modelPackageGroup"],
  [/^(?:Subnets|SecurityGroupIds)$/, "network"],
  [/^(?:S3)?Bucket(?:Name)?$/, "bucket"],
];

/** What a field of this name holds by its plain name; null where it says no kind. */
export function kindOfField(name: string): LiteralKind | null {
  return fields.find(([pattern]) => pattern.test(name))?.[1] ?? null;
}
