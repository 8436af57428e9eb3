import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { z } from "zod";
import { nearest } from "../pipeline/problems/nearest";
import { UsageError } from "./usageError";

const severity = z.enum(["error", "warning", "info"]);

/** A rule that is not to speak, and why: of all files, or of the step or the path that is named. */
export const ignoreSchema = z.strictObject({
  rule: z.string(),
  reason: z.string().trim().min(1, "say why"),
  step: z.string().optional(),
  path: z.string().optional(),
});
export type Ignore = z.infer<typeof ignoreSchema>;

const configSchema = z.strictObject({
  $schema: z.string().optional(),
  severities: z.record(z.string(), severity).default({}),
  ignores: z.array(ignoreSchema.extend({ files: z.array(z.string()).optional() })).default([]),
});

export interface Config extends z.infer<typeof configSchema> {
  /** The file it stands in, null where there is none. */
  readonly file: string | null;
}

const name = "stepwire.config.json";

/** The configuration that is named, or else the nearest one from here upwards. Throws a UsageError for what it cannot mean. */
export async function readConfig(named: string | undefined): Promise<Config> {
  const file = named ?? findConfig(process.cwd());
  if (file === null) return { file, severities: {}, ignores: [] };
  const read = configSchema.safeParse(parseJson(file));
  if (!read.success) throw new UsageError(`${file}: ${issuesInWords(read.error)}`);
  const { severities, ignores } = read.data;
  await requireRules(file, [...Object.keys(severities), ...ignores.map(({ rule }) => rule)]);
  return { file, ...read.data };
}

function findConfig(from: string): string | null {
  const file = join(from, name);
  if (existsSync(file)) return file;
  const above = dirname(from);
  // A repository ends where git says so: what lies above it is somebody else's.
  return above === from || existsSync(join(from, ".git")) ? null : findConfig(above);
}

function parseJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(resolve(file), "utf8"));
  } catch (thrown) {
    throw new UsageError(`${file} cannot be read: ${thrown instanceof Error ? thrown.message : String(thrown)}`);
  }
}

/** What stands where, in one line. */
export function issuesInWords({ issues }: z.ZodError): string {
  return issues.map(({ path, message }) => `${path.length === 0 ? "" : `${path.join(".")}: `}${message}`).join("; ");
}

/** A rule that is not there would never be looked at: a typing error would go unseen. */
async function requireRules(file: string, codes: readonly string[]): Promise<void> {
  const [{ rules }, { refusalCodes }] = await Promise.all([
    import("../pipeline/problems"),
    import("../pipeline/problems/document/checkText"),
  ]);
  const known = new Set([...rules.map(({ code }) => code), ...refusalCodes]);
  for (const code of codes) {
    if (known.has(code)) continue;
    const meant = nearest(code, known);
    const help = meant === null ? "docs/problems.md lists them" : `${meant} is meant?`;
    throw new UsageError(`${file}: there is no rule ${code}: ${help}.`);
  }
}
