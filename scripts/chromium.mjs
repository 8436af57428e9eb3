// Finds a Chromium that runs here, or installs one.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";
import { isMain, root, run, runScript, SetUpError, say } from "./project.mjs";

/** Older ones lack what the page is built for (es2022, container queries, CSS nesting). */
const oldestMajor = 120;

/** Draws the same pages without a browser around them, for a third of the work; a package of its own in Debian. */
const headlessShell = "chromium-headless-shell";

const programs = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge"];

const macPrograms = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
];

const windowsPrograms = ["PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"].flatMap((folder) => {
  const base = process.env[folder];
  return base
    ? [join(base, "Google/Chrome/Application/chrome.exe"), join(base, "Microsoft/Edge/Application/msedge.exe")]
    : [];
});

/** The path of a Chromium on this machine that starts, or null. CHROMIUM_PATH goes before all. */
export function findChromium() {
  const given = process.env.CHROMIUM_PATH;
  if (given) {
    if (works(given)) return given;
    throw new SetUpError(`CHROMIUM_PATH is ${given}, but no Chromium ${oldestMajor} or newer starts there.`);
  }
  return candidates().find(works) ?? null;
}

export async function ensureChromium() {
  const found = findChromium();
  if (found) return found;
  for (const [how, install] of installers()) {
    say(`no Chromium found, installing one: ${how} …`);
    await install();
    const installed = findChromium();
    if (installed) return installed;
    say(`that brought no Chromium that starts here.`);
  }
  throw new SetUpError(
    "The tests need Chromium, and none could be installed. Install Chromium or Google Chrome with your system's package manager, or set CHROMIUM_PATH to one, and run npm test again.",
  );
}

/** For the end-to-end tests: a headless shell where there is one, or CI can have one, else a whole browser. */
export async function ensureTestChromium() {
  const whole = await ensureChromium();
  if (process.env.CHROMIUM_PATH) return whole;
  const found = findHeadlessShell();
  if (found !== null || process.env.CI === undefined || whole !== onPath("chromium") || !hasApt())
    return found ?? whole;
  say("installing Chromium's headless shell …");
  // Together: both are of one version, and the one that is there may be an older one.
  await installByApt("chromium", headlessShell);
  return findHeadlessShell() ?? whole;
}

/** The same without installing anything. */
export function findTestChromium() {
  return process.env.CHROMIUM_PATH ? findChromium() : (findHeadlessShell() ?? findChromium());
}

/** A whole browser: the shell has no settings of a site, and keeps no profile's. */
export function findWholeChromium() {
  const all = [process.env.CHROMIUM_PATH ?? "", ...candidates()];
  return all.find((path) => !isHeadlessShell(path) && works(path)) ?? null;
}

function findHeadlessShell() {
  return [onPath(headlessShell), ...candidates()].find((path) => isHeadlessShell(path) && works(path)) ?? null;
}

const isHeadlessShell = (path) => path !== null && /headless[-_]shell/.test(path);

function installers() {
  const playwright = join(root, "node_modules", "playwright", "cli.js");
  const steps = [
    ["playwright install chromium", () => run(process.execPath, [playwright, "install", "chromium"], minutes(3))],
  ];
  if (hasApt()) steps.push(["apt-get install chromium", () => installByApt("chromium")]);
  if (isRoot() && onPath("apk")) steps.push(["apk add chromium", () => run("apk", ["add", "chromium"], minutes(5))]);
  if (isRoot() && onPath("dnf")) {
    steps.push(["dnf install chromium", () => run("dnf", ["install", "-y", "chromium"], minutes(5))]);
  }
  return steps;
}

const minutes = (count) => ({ timeLimit: count * 60_000, env: { DEBIAN_FRONTEND: "noninteractive" } });
const isRoot = () => process.getuid?.() === 0;
const hasApt = () => isRoot() && onPath("apt-get") !== null;

async function installByApt(...packages) {
  await run("apt-get", ["update", "-q"], minutes(2));
  await run("apt-get", ["install", "-y", "-q", "--no-install-recommends", ...packages], minutes(5));
}

function candidates() {
  const named = programs.map(onPath).filter((path) => path !== null);
  const bySystem = { darwin: macPrograms, win32: windowsPrograms }[process.platform] ?? [];
  return [...named, ...bySystem.filter(existsSync), ...inPlaywrightCache()];
}

function onPath(program) {
  for (const folder of (process.env.PATH ?? "").split(delimiter)) {
    const path = join(folder, program);
    if (folder !== "" && existsSync(path)) return path;
  }
  return null;
}

function inPlaywrightCache() {
  const cache = playwrightCache();
  if (!existsSync(cache)) return [];
  const revision = (name) => Number(name.split("-").at(-1)) || 0;
  return readdirSync(cache)
    .filter((name) => /^chromium(_headless_shell)?-\d+$/.test(name))
    .sort((a, b) => revision(b) - revision(a))
    .flatMap((name) => browsersBelow(join(cache, name), 5));
}

function playwrightCache() {
  const given = process.env.PLAYWRIGHT_BROWSERS_PATH;
  if (given && given !== "0") return given;
  if (process.platform === "darwin") return join(homedir(), "Library/Caches/ms-playwright");
  if (process.platform === "win32") return join(process.env.LOCALAPPDATA ?? homedir(), "ms-playwright");
  return join(process.env.XDG_CACHE_HOME ?? join(homedir(), ".cache"), "ms-playwright");
}

const browserNames = new Set([
  "chrome",
  "chrome.exe",
  "headless_shell",
  "chrome-headless-shell",
  "chrome-headless-shell.exe",
  "Chromium",
  "Google Chrome for Testing",
]);

function browsersBelow(folder, depth) {
  if (depth === 0) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return browsersBelow(path, depth - 1);
    return browserNames.has(entry.name) ? [path] : [];
  });
}

/** Ubuntu's chromium-browser is a stub without snap, and a downloaded one may lack libraries: ask it for its version. */
function works(path) {
  if (!existsSync(path)) return false;
  // Chrome on Windows opens a window instead of answering.
  if (process.platform === "win32") return true;
  const answer = spawnSync(path, ["--version"], { encoding: "utf8", timeout: 20_000 });
  const major = /\b(\d+)\.\d+\.\d+/.exec(answer.stdout ?? "");
  return answer.status === 0 && major !== null && Number(major[1]) >= oldestMajor;
}

if (isMain(import.meta.url)) {
  await runScript(async () => {
    process.stdout.write(`${await ensureChromium()}\n`);
  });
}
