/**
 * How a handler is kept to itself. With Linux namespaces: own processes, no network, the file system to be read only but for a folder in
 * memory, home and state folders hidden. Elsewhere only its time, its log and its process group are limited, and the question says so.
 */
import { spawnSync } from "node:child_process";
import { realpathSync } from "node:fs";
import { homedir, release, tmpdir } from "node:os";
import { dirname, sep } from "node:path";

export type Isolation = "namespaces" | "processGroup";

/** What is said before a handler runs: what it can reach here. */
export function reachOfCode(isolation = availableIsolation()): string {
  return isolation === "namespaces"
    ? "It gets no network, none of your files and none of your credentials, and is ended after 60 seconds."
    : "This code can read your files and use your network as you can.";
}

export interface Limits {
  readonly seconds: number;
  readonly memoryBytes: number;
  /** At a time. */
  readonly processes: number;
  readonly writtenBytes: number;
  readonly logBytes: number;
}

const MiB = 1024 * 1024;

export const usualLimits: Limits = {
  seconds: 60,
  memoryBytes: 512 * MiB,
  processes: 128,
  writtenBytes: 50 * MiB,
  logBytes: MiB,
};

export interface Program {
  readonly file: string;
  readonly args: readonly string[];
  /** Folders that it needs to start: they are seen although they lie in a hidden one. */
  readonly needs: readonly string[];
  /** True where its address space can be limited: Node reserves far more than it uses. */
  readonly takesAddressLimit: boolean;
}

const namespaces = ["-Urmpn", "--fork", "--mount-proc", "--kill-child"];

let found: Isolation | null = null;

/** What this computer allows; tried once. */
export function availableIsolation(): Isolation {
  found ??= process.platform === "linux" && works() ? "namespaces" : "processGroup";
  return found;
}

function works(): boolean {
  const tried = "mount -t tmpfs -o size=64k tmpfs /tmp && prlimit --fsize=1048576 setpriv --bounding-set=-all true";
  const options = { timeout: 20_000, stdio: "ignore", env: { PATH: systemPath } } as const;
  return spawnSync("unshare", [...namespaces, "sh", "-c", tried], options).status === 0;
}

let endsWithUs: boolean | null = null;

/** Whether a command can be ended as soon as this process is, however that ends. */
function canEndWithUs(): boolean {
  endsWithUs ??= process.platform === "linux" && endingWorks();
  return endsWithUs;
}

function endingWorks(): boolean {
  const [program = "", ...args] = endingWithUs("");
  return spawnSync(program, [...args, "true"], { timeout: 20_000, stdio: "ignore" }).status === 0;
}

/**
 * What begins a command that ends with this process ($1). Of one that is gone before it was asked to, nothing would ever be heard: then the
 * command does not begin.
 */
function endingWithUs(before: string): readonly string[] {
  const script = `[ "$PPID" = "$1" ] || exit 1; ${before}shift; exec "$@"`;
  return ["setpriv", "--pdeathsig", "KILL", "sh", "-c", script, "sh", String(process.pid)];
}

/** What `unshare` forks ends with it; so that it can see that this one's parent is there still, it gets its folder in /proc as file 4. */
const showsItself = 'exec 4< "/proc/$$"; ';

/** Where the system's own programs are. */
export const systemPath = "/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin";

/** Sockets of services that listen there could be reached without a network. */
const services = "/run";

/** The folder that it works in. */
const inside = "/tmp/handler";

/**
 * $1: bytes that may be written; $2: bytes of address space, or "unlimited"; $3: the process that it ends with, or nothing; $4: processes
 * at a time, or "unlimited"; then the hidden folders, `--`, the folders that stay to be seen, `--`, and the program. What cannot be made read-only is none of the user's own (`/proc`, `/sys`). The right to mount anything is
 * given up in the end, so that nothing of it can be undone from within.
 */
const script = `
set -e
written=$1; address=$2; processes=$4
[ -z "$3" ] || grep -q "^PPid:[[:space:]]*$3$" /proc/self/fd/4/status
exec 4<&-
shift 4
awk '{print $5}' /proc/self/mountinfo | while read -r at; do mount -o remount,bind,ro "$at" 2>/dev/null || true; done
mount -t tmpfs -o size="$written",mode=700 tmpfs /tmp
hidden=""
while [ "$1" != -- ]; do hidden="$hidden$1
"; shift; done
shift
kept=""; number=0
while [ "$1" != -- ]; do
  number=$((number + 1)); mkdir "/tmp/kept-$number"; mount --rbind "$1" "/tmp/kept-$number"
  kept="$kept$1
"; shift
done
shift
printf %s "$hidden" | while read -r at; do [ "$at" = /tmp ] || [ ! -d "$at" ] || mount -t tmpfs -o size=256k tmpfs "$at"; done
number=0
printf %s "$kept" | while read -r at; do
  number=$((number + 1)); mkdir -p "$at"; mount --rbind "/tmp/kept-$number" "$at"; umount -l "/tmp/kept-$number"; rmdir "/tmp/kept-$number"
done
printf %s "$hidden" | while read -r at; do [ "$at" = /tmp ] || [ ! -d "$at" ] || mount -o remount,bind,ro "$at"; done
mkdir ${inside}; cd ${inside}
unset PWD OLDPWD
exec prlimit --fsize="$written" --as="$address" --nproc="$processes" --core=0 setpriv --bounding-set=-all --inh-caps=-all --no-new-privs "$@"
`;

/** The command that runs a program so, and the folder that it finds itself in; null where the caller gives it one. */
export function isolated(
  { file, args, needs, takesAddressLimit }: Program,
  isolation: Isolation,
  limits: Limits,
  hidden: readonly string[],
): { readonly file: string; readonly args: readonly string[]; readonly folder: string | null } {
  const ends = canEndWithUs();
  if (isolation === "processGroup")
    return { ...begun([...(ends ? endingWithUs("") : []), file, ...args]), folder: null };
  const hides = [...new Set([homedir(), tmpdir(), services, ...hidden].flatMap(realFolder))];
  // Those alone that would not be seen.
  const keeps = [...new Set(needs.flatMap(realFolder))].filter((at) => hides.some((hide) => isWithin(at, hide)));
  const address = takesAddressLimit ? String(limits.memoryBytes) : "unlimited";
  const own = [
    "sh",
    "-c",
    script,
    "sh",
    String(limits.writtenBytes),
    address,
    ends ? String(process.pid) : "",
    mostProcesses(limits),
    ...hides,
    "--",
    ...keeps,
    "--",
  ];
  const unshare = ["unshare", ...namespaces, ...own, file, ...args];
  return { ...begun([...(ends ? endingWithUs(showsItself) : []), ...unshare]), folder: inside };
}

/**
 * The kernel's own limit, which nothing outruns. Before Linux 5.14 it counted all processes of the user, and so many there may be already;
 * of root it is not asked: then the watch alone ends what forks (use.ts).
 */
function mostProcesses({ processes }: Limits): string {
  const [major = 0, minor = 0] = release().split(".").map(Number);
  return major > 5 || (major === 5 && minor >= 14) ? String(processes) : "unlimited";
}

function begun([file = "", ...args]: readonly string[]) {
  return { file, args };
}

function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : `${folder}${sep}`);
}

function realFolder(path: string): readonly string[] {
  try {
    const real = realpathSync(path);
    return dirname(real) === real ? [] : [real];
  } catch {
    return [];
  }
}
