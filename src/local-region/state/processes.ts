/** Whether a process is still the one that it was: numbers are given out again, after a restart of a container the very same ones. */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

export interface ProcessMark {
  readonly pid: number;
  /** When it began, in the system's own words; null where the system does not say. */
  readonly began: string | null;
}

export function ownMark(): ProcessMark {
  return markOf(process.pid);
}

/** Of whichever process has the number now; none need have it. */
export function markOf(pid: number): ProcessMark {
  return { pid, began: beganAt(pid) };
}

export function isAlive({ pid, began }: ProcessMark): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it lives, and belongs to someone else.
    if ((error as NodeJS.ErrnoException).code !== "EPERM") return false;
  }
  const now = beganAt(pid);
  return now !== ended && (began === null || now === null || now === began);
}

const ended = "ended";

function beganAt(pid: number): string | null {
  try {
    if (process.platform === "linux") return linuxStart(pid);
    if (process.platform === "darwin") {
      return execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8", stdio: "pipe" }).trim();
    }
  } catch {
    // Not told here.
  }
  return null;
}

/** The clock tick of its start (field 22 of proc_pid_stat(5)) in this boot; a zombie has ended, nobody has asked for it yet. */
function linuxStart(pid: number): string {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  // The name of the program stands in parentheses and may hold anything.
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  if (fields[0] === "Z" || fields[0] === "X") return ended;
  return `${readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim()}/${fields[19]}`;
}
