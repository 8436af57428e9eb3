// The GitHub Action: tells in one comment what a pull request changes in pipelines, and marks the problems that are new.
// What a pull request says (names of files, steps, texts) is data: it is never put into a command or a script.
import { spawnSync } from "node:child_process";
import { appendFileSync, readFileSync } from "node:fs";
import { isMain } from "./project.mjs";

const marker = "<!-- stepwire -->";
/** GitHub takes 65,536 characters. */
const longestComment = 64_000;
const mostFiles = 30;

if (isMain(import.meta.url)) process.exitCode = await pullRequest(process.env, stepwireOf(process.env), process.stdout);

/**
 * @param {NodeJS.ProcessEnv} env what GitHub and the action's inputs say
 * @param {(...args: string[]) => Promise<{ code: number, out: string, err: string }>} stepwire
 * @param {{ write(text: string): unknown }} log
 * @returns {Promise<number>} the exit code
 */
export async function pullRequest(env, stepwire, log) {
  if (env.GITHUB_EVENT_NAME !== "pull_request") {
    log.write(
      `::error title=Stepwire::This action runs on pull_request alone, not on ${plain(env.GITHUB_EVENT_NAME ?? "")}: with pull_request_target the code of strangers would meet your secrets.\n`,
    );
    return 1;
  }
  const event = JSON.parse(readFileSync(env.GITHUB_EVENT_PATH ?? "", "utf8"));
  const base = String(event.pull_request.base.sha);
  if (!/^[0-9a-f]{40,64}$/.test(base)) throw new Error("The event names no base commit.");
  fetchBase(base);
  const changed = changedFiles(base, env.STEPWIRE_FILES ?? "");
  const parts = [];
  let failed = false;
  for (const { status, path } of changed.slice(0, mostFiles)) {
    const before = status === "A" ? "/dev/null" : `${base}:${path}`;
    const after = status === "D" ? "/dev/null" : `./${path}`;
    const told = await stepwire("diff", before, after, "--to", "markdown");
    if (told.code === 0) continue;
    parts.push(
      `### ${code(path)}\n\n${told.code === 1 ? told.out : `It cannot be compared:\n\n${indented(told.err)}\n`}`,
    );
    if (status === "D") continue;
    const checked = await stepwire("check", `./${path}`, "--since", base, "--format", "github");
    log.write(checked.out);
    if (checked.code !== 0) failed = true;
    if (checked.code > 1) log.write(`::error title=Stepwire::${data(checked.err)}\n`);
  }
  const left = changed.length - mostFiles;
  if (left > 0) parts.push(`And ${left} more changed files.\n`);
  await tell(parts, event.pull_request.number, env, log);
  return failed && env.STEPWIRE_FAIL_ON_ERRORS !== "false" ? 1 : 0;
}

/** The command as npm has it; a version is a version or a tag, nothing that npx would take for something else. */
function stepwireOf({ STEPWIRE_VERSION: version = "latest" }) {
  if (!/^[\w.-]+$/.test(version) || version.startsWith("-")) throw new Error("The version is no version of npm.");
  return async (...args) => {
    const run = spawnSync("npx", ["--yes", `stepwire@${version}`, ...args], { maxBuffer: 256 * 1024 * 1024 });
    if (run.error !== undefined) throw run.error;
    return { code: run.status ?? 2, out: run.stdout.toString(), err: run.stderr.toString() };
  };
}

/** A check-out of one commit alone lacks the base. */
function fetchBase(base) {
  if (git(["cat-file", "-e", `${base}^{commit}`]).status === 0) return;
  const fetched = git(["fetch", "--no-tags", "--depth=1", "origin", base]);
  if (fetched.status !== 0) throw new Error(`The base commit cannot be fetched: ${fetched.stderr}`);
}

function changedFiles(base, patterns) {
  const globs = patterns.split(/\r?\n/).flatMap((line) => (line.trim() === "" ? [] : [`:(glob)${line.trim()}`]));
  const listed = git(["diff", "--name-status", "--no-renames", "-z", base, "HEAD", "--", ...globs]);
  if (listed.status !== 0) throw new Error(`The changed files cannot be listed: ${listed.stderr}`);
  const fields = listed.stdout.toString().split("\0");
  const files = [];
  for (let i = 0; i + 1 < fields.length; i += 2) files.push({ status: fields[i], path: fields[i + 1] });
  return files.filter(({ path }) => !path.endsWith(".stepwire.json"));
}

function git(args) {
  return spawnSync("git", args, { maxBuffer: 256 * 1024 * 1024 });
}

async function tell(parts, number, env, log) {
  const body = fitting(parts);
  if (env.STEPWIRE_COMMENT !== "false" && (await comment(body, parts.length > 0, number, env, log))) return;
  if (parts.length > 0 && env.GITHUB_STEP_SUMMARY) appendFileSync(env.GITHUB_STEP_SUMMARY, body);
}

function fitting(parts) {
  if (parts.length === 0) return `${marker}\nNo pipeline is changed any more.\n`;
  let body = `${marker}\n`;
  for (const [index, part] of parts.entries()) {
    if (body.length + part.length > longestComment) return `${body}\nAnd ${parts.length - index} more.\n`;
    body += `${part}\n`;
  }
  return body;
}

/** Keeps the one comment up to date; false where the token may not. One that was never made is not made to say nothing. */
async function comment(body, hasNews, number, env, log) {
  const issues = `${env.GITHUB_API_URL}/repos/${env.GITHUB_REPOSITORY}/issues`;
  const call = async (method, url, sent) => {
    const headers = {
      accept: "application/vnd.github+json",
      authorization: `Bearer ${env.STEPWIRE_TOKEN}`,
      "content-type": "application/json",
    };
    const response = await fetch(url, { method, headers, body: sent && JSON.stringify(sent) });
    if (!response.ok) throw new Error(`GitHub answers ${response.status}`);
    return response.json();
  };
  try {
    const mine = await find(marker, (page) =>
      call("GET", `${issues}/${Number(number)}/comments?per_page=100&page=${page}`),
    );
    if (mine !== null) await call("PATCH", `${issues}/comments/${Number(mine.id)}`, { body });
    else if (hasNews) await call("POST", `${issues}/${Number(number)}/comments`, { body });
    return true;
  } catch (thrown) {
    log.write(`No comment is written (${plain(thrown.message)}): the report goes to the job summary.\n`);
    return false;
  }
}

/** A bot's own: a person can begin a comment with the same words. */
async function find(begin, readPage) {
  for (let page = 1; page <= 30; page++) {
    const comments = await readPage(page);
    const mine = comments.find(({ body, user }) => user?.type === "Bot" && body?.startsWith(begin));
    if (mine !== undefined) return mine;
    if (comments.length < 100) return null;
  }
  return null;
}

/** A text as code of Markdown, also one with backticks in it. */
function code(text) {
  const ticks = "`".repeat(1 + Math.max(0, ...Array.from(text.matchAll(/`+/g), ([found]) => found.length)));
  return `${ticks} ${plain(text)} ${ticks}`;
}

function indented(text) {
  return text
    .trimEnd()
    .split("\n")
    .map((line) => `    ${plain(line)}`)
    .join("\n");
}

function plain(text) {
  return text.replace(/\p{Cc}+/gu, " ");
}

/** A message of a workflow command on one line. */
function data(text) {
  return text.trimEnd().replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}
