/** The tokens of writes whose outcome is not known, kept in the state folder: the same command again is the same write, done once. */
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { TokenStorage } from "../contract/intentTokens";
import { stateFolder } from "../server/door/stateFolder";
import { writeWhole } from "../server/files/writeWhole";

export function intentFiles(): TokenStorage {
  const folder = join(stateFolder(), "intents");
  const fileOf = (key: string) => join(folder, createHash("sha256").update(key).digest("hex"));
  return {
    getItem: (key) => {
      try {
        return readFileSync(fileOf(key), "utf8");
      } catch {
        return null;
      }
    },
    setItem: (key, value) => {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      writeWhole(fileOf(key), value, 0o600, () => true);
    },
    removeItem: (key) => rmSync(fileOf(key), { force: true }),
  };
}
