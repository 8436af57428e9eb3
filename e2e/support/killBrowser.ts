import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";

/** Ends at once, as a power cut would, every process of the browser that keeps its profile in a folder. */
export function killBrowser(profile: string): void {
  const pids = processesOf(profile).map(String);
  if (pids.length > 0) execFileSync("kill", ["-9", ...pids], { stdio: "ignore" });
}

function processesOf(profile: string): number[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(`--user-data-dir=${profile}`);
      } catch {
        // It has ended meanwhile.
        return false;
      }
    })
    .map(Number);
}
