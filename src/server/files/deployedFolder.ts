/** Keeps what was deployed from this computer last in the state folder, a file for each pipeline. */
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { inMemory, type LastDeployed, type Memory } from "../aws/memory";
import { writeWhole } from "./writeWhole";

export function deployedFolder(folder: string): Memory {
  const meanwhile = inMemory();
  const fileOf = (arn: string) => join(folder, `${createHash("sha256").update(arn).digest("hex")}.json`);
  return {
    read: (arn) => meanwhile.read(arn) ?? readLast(fileOf(arn), arn),
    write: (last) => {
      meanwhile.write(last);
      try {
        mkdirSync(folder, { recursive: true, mode: 0o700 });
        writeWhole(fileOf(last.pipeline.arn), JSON.stringify(last), 0o600, () => true);
      } catch {
        // A disk that is full: the next plan says that it does not know, as before the first deploy.
      }
    },
  };
}

function readLast(file: string, arn: string): LastDeployed | null {
  try {
    const last: unknown = JSON.parse(readFileSync(file, "utf8"));
    return isLast(last) && last.pipeline.arn === arn ? last : null;
  } catch {
    return null;
  }
}

function isLast(value: unknown): value is LastDeployed {
  if (typeof value !== "object" || value === null || !("pipeline" in value) || !("tags" in value)) return false;
  const { pipeline, tags } = value;
  const isPipeline = typeof pipeline === "object" && pipeline !== null && "definition" in pipeline;
  return isPipeline && typeof pipeline.definition === "string" && (tags === null || Array.isArray(tags));
}
