/** How much a handler takes, with all that it has started: memory and processes. Linux tells by process; elsewhere nothing does. */
import { readdirSync, readFileSync, readlinkSync } from "node:fs";
import type { Isolation, Limits } from "./isolation";

const lookEvery = 250;
const pageBytes = 4096;

/** Calls back, with a sentence, once it takes more than it may; the returned function ends the watch. */
export function watchUse(
  pid: number | undefined,
  isolation: Isolation,
  limits: Pick<Limits, "memoryBytes" | "processes">,
  onTooMuch: (sentence: string) => void,
): () => void {
  if (pid === undefined || isolation !== "namespaces") return () => {};
  const looking = setInterval(() => {
    const { processes, memoryBytes } = usedBy(pid);
    if (processes > limits.processes)
      onTooMuch(`The function started more than ${limits.processes} processes, and was ended.`);
    if (memoryBytes > limits.memoryBytes)
      onTooMuch(`The function used more than ${limits.memoryBytes / 1024 / 1024} MB of memory, and was ended.`);
  }, lookEvery);
  return () => clearInterval(looking);
}

/** All processes in the namespace that the command's child lives in. */
function usedBy(unshare: number): { readonly processes: number; readonly memoryBytes: number } {
  const namespace = childNamespace(unshare);
  if (namespace === null) return { processes: 0, memoryBytes: 0 };
  const all = readdirSync("/proc").filter(
    (name) => /^\d+$/.test(name) && namespaceOf(`/proc/${name}/ns/pid`) === namespace,
  );
  const pages = all.reduce((sum, name) => sum + residentPages(name), 0);
  return { processes: all.length, memoryBytes: pages * pageBytes };
}

function childNamespace(pid: number): string | null {
  const own = namespaceOf("/proc/self/ns/pid");
  const theirs = namespaceOf(`/proc/${pid}/ns/pid_for_children`);
  return theirs === own ? null : theirs;
}

function namespaceOf(link: string): string | null {
  try {
    return readlinkSync(link);
  } catch {
    return null;
  }
}

function residentPages(pid: string): number {
  try {
    return Number(readFileSync(`/proc/${pid}/statm`, "utf8").split(" ")[1] ?? 0);
  } catch {
    return 0;
  }
}
