import { regionPattern } from "./regionPattern";
import type { z } from "./schema";
import type { targetSchema, targetsSchema } from "./targetSchema";

/** The profile name that stands for the credentials of the environment (variables, container, instance). */
export const environmentProfile = "";

/** Where to deploy. The page names a profile and a region; it never names an endpoint. */
export type Target = z.infer<typeof targetSchema>;
type AwsTarget = Extract<Target, { readonly kind: "aws" }>;
export type Targets = z.infer<typeof targetsSchema>;

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

/** Where a profile can deploy to: its own region first, then all others. */
export function targetsOf(
  { name, region }: Targets["profiles"][number],
  regions: readonly string[],
): readonly AwsTarget[] {
  const all = new Set([...(region === null ? [] : [region]), ...regions]);
  return [...all].map((one) => ({ kind: "aws", profile: name, region: one }));
}

/** What people read: `Local region`, `research · eu-west-1`. */
export function targetLabel(target: Target): string {
  if (target.kind === "local") return "Local region";
  return `${target.profile === environmentProfile ? "Environment" : target.profile} · ${target.region}`;
}
