/** How much memory a handler uses, with all that it has started. Linux tells by process; elsewhere nothing does. */
import { readdirSync, readFileSync, readlinkSync } from "node:fs";
import type { Isolation } from "./isolation";

const lookEvery = 250;
const pageBytes = 4096;

/** Calls back once it uses more than it may; the returned function ends the watch. */
export function watchMemory(
  pid: number | undefined,
  isolation: Isolation,
  mostBytes: number,
  onTooMuch: () => void,
): () => void {
  if (pid === undefined || isolation !== "namespaces") return () => {};
  const looking = setInterval(() => {
    if (usedBy(pid) > mostBytes) onTooMuch();
  }, lookEvery);
  return () => clearInterval(looking);
}

/** Of all processes in the namespace that the command's child lives in. */
function usedBy(unshare: number): number {
  const namespace = childNamespace(unshare);
  if (namespace === null) return 0;
  let pages = 0;
  for (const name of readdirSync("/proc")) {
    if (/^\d+$/.test(name) && namespaceOf(`/proc/${name}/ns/pid`) === namespace) pages += residentPages(name);
  }
  return pages * pageBytes;
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
