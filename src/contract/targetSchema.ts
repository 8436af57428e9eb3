import { regionPattern } from "./regionPattern";
import { z } from "./schema";

/** Where to deploy. The page names a profile and a region; it never names an endpoint. */
export const targetSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("local") }),
  z.object({
    kind: z.literal("aws"),
    profile: z.string().check(z.maxLength(128)),
    region: z.string().check(z.regex(regionPattern)),
  }),
]);

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
