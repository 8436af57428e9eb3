import { spawn } from "node:child_process";

/** The program that opens an address on this system, null where there is no screen to open it on. */
function opener(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): readonly string[] | null {
  if (platform === "darwin") return ["open"];
  // `start` takes its first quoted argument for a title.
  if (platform === "win32") return ["cmd", "/c", "start", ""];
  // A CI machine or a shell over SSH may have xdg-open installed all the same.
  return env.DISPLAY || env.WAYLAND_DISPLAY ? ["xdg-open"] : null;
}

/** Opens the link in the person's browser where there is one. Never fails: the link is printed anyway. The code in it works once. */
export function openBrowser(url: string, platform = process.platform, env = process.env): void {
  const program = opener(platform, env);
  if (program === null || env.CI) return;
  const [command = "", ...args] = program;
  const child = spawn(command, [...args, url], { stdio: "ignore", detached: true });
  child.on("error", () => {});
  child.unref();
}
