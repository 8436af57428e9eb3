/**
 * The folder that holds the local region's state, and who may write there: one process at a time, or the last one to write would undo
 * what the others did. The claim is a file `claim-N` that names its process; whoever finds the newest one's process gone makes
 * `claim-(N+1)`, which only one of several can. Before each write the claim is looked at again.
 */
import { randomUUID } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { makeFolder } from "./makeFolder";
import { isAlive, ownMark, type ProcessMark } from "./processes";
import { type FolderChoice, faultOf, StateFault } from "./stateFault";

interface Claim extends ProcessMark {
  readonly id: string;
  /** Where its server listens, null where it has none yet. */
  readonly port: number | null;
}

/** Another process works with the folder. */
export class FolderHeldError extends StateFault {
  readonly port: number | null;
  constructor({ dir, chosenBy }: FolderChoice, file: string, { pid, port }: Claim) {
    const at = port === null ? "" : ` at port ${port}`;
    super(
      `Another Stepwire (process ${pid}${at}) works with the state folder ${dir}. Use that one, stop it, or choose another folder with ` +
        `${chosenBy}. If no Stepwire runs, delete ${file}.`,
    );
    this.port = port;
  }
}

export interface RegionFolder extends FolderChoice {
  /**
   * Makes sure that this is the one that writes. Another number than the last time means that others may have written meanwhile.
   * Throws a FolderHeldError, or another StateFault.
   */
  claim(): number;
  release(): void;
}

/** The claims that live in this process, whichever copy of this module made them: the dev server reads its sources anew. */
const ownClaims = claimsOfProcess(globalThis);

export function regionFolder(choice: FolderChoice, port: number | null = null): RegionFolder {
  const { dir } = choice;
  const own: Claim = { ...ownMark(), id: randomUUID(), port };
  /** The number of the own claim, also when it was lost since; 0 before the first. */
  let held = 0;
  let othersBetween = 0;

  const pathOf = (number: number) => join(dir, `claim-${number}`);
  const isStillOwn = () => held > 0 && readClaim(pathOf(held))?.id === own.id && !existsSync(pathOf(held + 1));
  const refuseIfHeld = (numbers: readonly number[]) => {
    for (const number of numbers) {
      const claim = readClaim(pathOf(number));
      if (claim !== null && claim.id !== own.id && lives(claim))
        throw new FolderHeldError(choice, pathOf(number), claim);
    }
  };

  function take(): void {
    makeFolder(dir);
    for (;;) {
      const present = claimsIn(dir);
      refuseIfHeld(present);
      const next = Math.max(held, ...present) + 1;
      try {
        writeFileSync(pathOf(next), JSON.stringify(own), { flag: "wx", mode: 0o600 });
      } catch (error) {
        // Someone was faster: look who it is.
        if ((error as NodeJS.ErrnoException).code === "EEXIST") continue;
        // A full disk leaves the file without its words.
        rmSync(pathOf(next), { force: true });
        throw error;
      }
      const others = claimsIn(dir).filter((number) => number !== next);
      try {
        refuseIfHeld(others);
      } catch (error) {
        rmSync(pathOf(next), { force: true });
        throw error;
      }
      for (const dead of others) rmSync(pathOf(dead), { force: true });
      ownClaims.add(own.id);
      if (present.some((number) => number > held)) othersBetween += 1;
      held = next;
      return;
    }
  }

  return {
    ...choice,
    claim: () => {
      try {
        if (!isStillOwn()) take();
        return othersBetween;
      } catch (error) {
        throw faultOf(error, choice);
      }
    },
    release: () => {
      ownClaims.delete(own.id);
      try {
        // The number stays: whoever slept meanwhile sees by it that others were there.
        if (isStillOwn()) writeFileSync(pathOf(held), "released");
      } catch {
        // The process ends, so the claim counts for nothing anyway.
      }
    },
  };
}

/** The folder, claimed where that can be; a FolderHeldError is thrown, anything else is told and may be mended later. */
export function claimedFolder(choice: FolderChoice, port: number, tell: (line: string) => void): RegionFolder {
  const folder = regionFolder(choice, port);
  try {
    folder.claim();
  } catch (error) {
    if (!(error instanceof StateFault) || error instanceof FolderHeldError) throw error;
    tell(error.message);
  }
  return folder;
}

function lives(claim: Claim): boolean {
  return claim.pid === process.pid ? ownClaims.has(claim.id) : isAlive(claim);
}

function claimsOfProcess(process: { [key: symbol]: unknown }): Set<string> {
  const key = Symbol.for("stepwire.claims");
  const present = process[key];
  const claims = present instanceof Set ? present : new Set<string>();
  process[key] = claims;
  return claims;
}

function claimsIn(dir: string): readonly number[] {
  return readdirSync(dir).flatMap((name) => {
    const number = /^claim-(\d{1,9})$/.exec(name)?.[1];
    return number === undefined ? [] : [Number(number)];
  });
}

/** Null where there is none, one that was released, or one that its process never came to write. */
function readClaim(file: string): Claim | null {
  for (let tries = 0; tries < 5; tries++) {
    try {
      const text = readFileSync(file, "utf8");
      return text === "released" ? null : JSON.parse(text);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
      if (!(error instanceof SyntaxError)) throw error;
      // It is being written at this moment.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
    }
  }
  return null;
}
