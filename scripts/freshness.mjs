// Is dist/ built from the sources as they are now?
// A walk of stat calls answers in a few milliseconds; only where it differs are the files read,
// so that a checkout which touched every file without changing one builds nothing.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./project.mjs";

const sources = [
  "src",
  "public",
  "index.html",
  "vite.config.ts",
  "tsconfig.base.json",
  "tsconfig.json",
  "package-lock.json",
  "scripts/api-model",
  "scripts/api-model.mjs",
  "scripts/api-model",
];

/** Generated from what is listed, or never part of the product. */
const ignored = /(^src\/pipeline\/api\/generated$)|(^src\/testing$)|\.test\.tsx?$|(^|\/)\.[^/]*$/;

const stampFile = join(root, "dist", ".stepwire-stamp");
const built = ["stepwire.js", "index.d.ts", "page/index.html", "vscode/extension.cjs"].map((file) =>
  join(root, "dist", file),
);

export function isBuilt() {
  if (!built.every(existsSync) || !existsSync(stampFile)) return false;
  const stamp = readStamp();
  const files = listSources();
  if (stamp.listing === hashListing(files)) return true;
  const now = snapshot(files);
  if (stamp.content !== now.content) return false;
  markBuilt(now);
  return true;
}

/** The sources as they are. Taken before a build reads anything: a file saved during the build then counts as newer. */
export function snapshot(files = listSources()) {
  return { listing: hashListing(files), content: hashContent(files) };
}

export function markBuilt(taken) {
  writeFileSync(stampFile, JSON.stringify(taken));
}

/** An interrupted build must not pass for a finished one. */
export function forgetBuild() {
  rmSync(stampFile, { force: true });
}

function readStamp() {
  try {
    return JSON.parse(readFileSync(stampFile, "utf8"));
  } catch {
    return {};
  }
}

function listSources() {
  const files = [];
  for (const source of sources) walk(source, files);
  return files;
}

function walk(path, files) {
  if (ignored.test(path)) return;
  const stat = statSync(join(root, path), { throwIfNoEntry: false });
  if (stat === undefined) return;
  if (!stat.isDirectory()) {
    files.push({ path, size: stat.size, mtime: stat.mtimeMs });
    return;
  }
  for (const name of readdirSync(join(root, path)).sort()) walk(`${path}/${name}`, files);
}

function hashListing(files) {
  const hash = createHash("sha256");
  for (const { path, size, mtime } of files) hash.update(`${path}\n${size}\n${mtime}\n`);
  return hash.digest("hex");
}

function hashContent(files) {
  const hash = createHash("sha256");
  for (const { path, size } of files) {
    const file = join(root, path);
    hash.update(`${path}\n${size}\n`);
    if (existsSync(file)) hash.update(readFileSync(file));
  }
  return hash.digest("hex");
}
