/**
 * `npm run bench`: one table of what was measured, ours beside a reference in the same run.
 * scripts/bench.mjs has built everything and says by CHROMIUM_PATH which browser to drive.
 *   --quick            few sizes, few runs
 *   --only PART        core, canvas, load, editing, memory or start
 *   --sizes 200,500    the canvas at these numbers of steps
 *   --beside FOLDER    this checkout and another one in turn, see beside.ts
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { cpus, platform } from "node:os";
import { resolve } from "node:path";
import { type Browser, chromium } from "@playwright/test";
import { startServer } from "../e2e/support/server";
import { bareReactFlow } from "./bareReactFlow";
import { type CanvasPlan, measureCanvas } from "./canvas";
import { measureCore } from "./core";
import { measureEditing } from "./editing";
import { measureFirstLoad } from "./firstLoad";
import { measureKeystroke } from "./keystroke";
import { measureLists } from "./lists";
import { measureMemory } from "./memory";
import type { Part } from "./parts";
import { serveFolder } from "./serveFolder";
import { measureStart } from "./start";
import { stepwire } from "./stepwire";
import { printTable, type Row, ratioOf, reaches } from "./table";

const quick = process.argv.includes("--quick");
const only = option("--only");
const sizes = option("--sizes")?.split(",").map(Number);

const plan: CanvasPlan = quick
  ? { sizes: [50], views: ["all"], runs: 2, moves: 120 }
  : { sizes: [50, 200, 500, 1_000], views: ["all", "100%"], runs: 3, moves: 240 };

function option(name: string): string | undefined {
  const at = process.argv.indexOf(name);
  return at < 0 ? undefined : process.argv[at + 1];
}

const browserParts: readonly Part[] = ["canvas", "load", "editing", "memory"];
const wants = (part: Part) => only === undefined || only === part;

/** This file is bundled elsewhere; scripts/bench.mjs runs it in the project's folder. */
const program = resolve("dist/stepwire.js");

const rows: Row[] = [];
if (wants("core")) {
  rows.push(...(await measureCore(quick ? [100, 1_000] : [100, 1_000, 10_000], quick ? 5 : 15)));
  rows.push(...(await measureKeystroke(quick ? 500 : 2_000)));
  rows.push(...(await measureLists(quick ? 60 : 300)));
}
if (wants("start")) rows.push(...(await measureStart(program, quick ? 2 : 5)));
let browserVersion: string | null = null;
if (browserParts.some(wants)) rows.push(...(await inBrowser(measurePages)));

console.log(`\n${printTable(rows)}\n`);
writeResults();

async function measurePages(browser: Browser): Promise<Row[]> {
  const served = await serveFolder("dist/bench/bare");
  const bare = bareReactFlow(served.origin);
  const measured: Row[] = [];
  try {
    if (wants("canvas")) {
      await withServer(async (link) => {
        measured.push(
          ...(await measureCanvas(browser, stepwire(link), bare, { ...plan, sizes: sizes ?? plan.sizes }, say)),
        );
      });
    }
    if (wants("load")) {
      await withServer(async (link) => {
        measured.push(await measureFirstLoad(browser, link, bare));
      });
    }
    if (wants("editing")) {
      await withServer(async (link) => {
        measured.push(...(await measureEditing(browser, link)));
      });
    }
    if (wants("memory")) {
      await withServer(async (link) => {
        measured.push(...(await measureMemory(browser, stepwire(link), bare)));
      });
    }
  } finally {
    await served.stop();
  }
  return measured;
}

/** The link's code lets in once, so each visit has a server of its own; one runs at a time. */
async function withServer(use: (link: () => Promise<string>) => Promise<void>): Promise<void> {
  let running = await startServer({ program });
  let used = false;
  try {
    await use(async () => {
      if (used) {
        await running.stop();
        running = await startServer({ program });
      }
      used = true;
      return running.link;
    });
  } finally {
    await running.stop();
  }
}

async function inBrowser(use: (browser: Browser) => Promise<Row[]>): Promise<Row[]> {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH,
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"],
  });
  browserVersion = browser.version();
  try {
    return await use(browser);
  } finally {
    await browser.close();
  }
}

function writeResults(): void {
  const machine = { node: process.version, chromium: browserVersion, platform: platform(), cpus: cpus().length };
  const results = rows.map((row) => ({ ...row, ratio: ratioOf(row), reached: reaches(row) }));
  mkdirSync("bench/results", { recursive: true });
  writeFileSync("bench/results/latest.json", `${JSON.stringify({ quick, machine, rows: results }, null, 2)}\n`);
}

function say(message: string): void {
  process.stderr.write(`bench: ${message}\n`);
}
