// Are the installed packages those of package-lock.json? If not, install them.
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root, run, SetUpError, say } from "./project.mjs";

/** The packages of a folder: the project's, or those that packaging for one place takes beside them. */
export async function ensurePackages(folder = root) {
  const lockFile = join(folder, "package-lock.json");
  const stampFile = join(folder, "node_modules", ".stepwire-stamp");
  const wanted = lockHash(lockFile);
  if (stampedHash(stampFile) === wanted) return;
  // Someone who ran `npm install` by hand has the right packages without our stamp.
  if (!installedMatchesLock(folder, lockFile)) await install(folder);
  writeFileSync(stampFile, `${wanted}\n`);
}

function lockHash(lockFile) {
  return createHash("sha256")
    .update(`${process.platform}-${process.arch}\n`)
    .update(readFileSync(lockFile))
    .digest("hex");
}

function stampedHash(stampFile) {
  return existsSync(stampFile) ? readFileSync(stampFile, "utf8").trim() : null;
}

/** npm writes what it installed beside the packages; packages for other platforms are optional and not there. */
function installedMatchesLock(folder, lockFile) {
  const installedLockFile = join(folder, "node_modules", ".package-lock.json");
  if (!existsSync(installedLockFile)) return false;
  const wanted = JSON.parse(readFileSync(lockFile, "utf8")).packages;
  const installed = JSON.parse(readFileSync(installedLockFile, "utf8")).packages;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === "") return true;
    const there = installed[path];
    if (there === undefined) return entry.optional === true || entry.devOptional === true || entry.peer === true;
    return there.version === entry.version && there.integrity === entry.integrity;
  });
}

async function install(folder) {
  const first = !existsSync(join(folder, "node_modules"));
  say(`installing packages (${first ? "first time" : "package-lock.json has changed"}, about a minute) …`);
  const [command, ...npm] = npmCommand();
  // Development packages too, whatever NODE_ENV says: Vite builds the page.
  // None of them needs what it would run when it is installed.
  const quietly = ["--include=dev", "--no-audit", "--no-fund", "--ignore-scripts"];
  if ((await run(command, [...npm, "ci", ...quietly], { cwd: folder })) === 0) return;
  // Some npm versions find a lock file of another one incomplete; install takes the same versions from it.
  say("npm ci failed, trying npm install …");
  if ((await run(command, [...npm, "install", "--no-save", ...quietly], { cwd: folder })) === 0) return;
  throw new SetUpError(
    "The packages could not be installed, see above. Is the npm registry reachable? Then run the same command again.",
  );
}

function npmCommand() {
  const own = process.env.npm_execpath;
  if (own?.endsWith(".js")) return [process.execPath, own];
  return [process.platform === "win32" ? "npm.cmd" : "npm"];
}
