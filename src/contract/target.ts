import { z } from "./schema";

/** The shape of an AWS region's name. Whether it exists is AWS's to say. */
export const regionPattern = /^[a-z]{2,5}(?:-[a-z]{2,12}){1,3}-[0-9]{1,2}$/;

/** The profile name that stands for the credentials of the environment (variables, container, instance). */
export const environmentProfile = "";

/** Where to deploy. The page names a profile and a region; it never names an endpoint. */
export const targetSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("local") }),
  z.object({
    kind: z.literal("aws"),
    profile: z.string().check(z.maxLength(128)),
    region: z.string().check(z.regex(regionPattern)),
  }),
]);
export type Target = z.infer<typeof targetSchema>;

export const localTarget: Target = { kind: "local" };

/** The key under which a document remembers what it knows of a target: `local` or `aws:PROFILE:REGION`. */
export function targetKey(target: Target): string {
  return target.kind === "local" ? "local" : `aws:${target.profile}:${target.region}`;
}

/** Reads what `targetKey` prints; null for text that names no target. */
export function parseTargetKey(key: string): Target | null {
  if (key === "local") return localTarget;
  const region = key.slice(key.lastIndexOf(":") + 1);
  if (!key.startsWith("aws:") || key.length < region.length + 5 || !regionPattern.test(region)) return null;
  return { kind: "aws", profile: key.slice(4, -region.length - 1), region };
}

/** What people read: `Local region`, `research · eu-west-1`. */
export function targetLabel(target: Target): string {
  if (target.kind === "local") return "Local region";
  return `${target.profile === environmentProfile ? "Environment" : target.profile} · ${target.region}`;
}

export const targetsSchema = z.object({
  local: z.object({
    roleArn: z.string(),
    region: z.string(),
    account: z.string(),
    /** What is wrong with its state folder, or was found damaged there: lines for people. */
    troubles: z.array(z.string()),
  }),
  profiles: z.array(
    z.object({
      name: z.string(),
      /** What people read: the name, or `Environment`. */
      label: z.string(),
      /** The region that the profile is set to, null where it is set to none. */
      region: z.nullable(z.string()),
    }),
  ),
  /** Regions to choose from; others that fit the pattern are taken as well. */
  regions: z.array(z.string()),
});
export type Targets = z.infer<typeof targetsSchema>;
