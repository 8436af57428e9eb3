/** The sweep of the commands: each is registered, and holds to its tries in its folder's `*.cases.ts`. */
import { describe, expect, it } from "vitest";
import { loadAllModels } from "../../testing/load";
import { type CommandCases, sweepCommand } from "../../testing/sweepCommands";
import { commands } from ".";
import type { AnyCommand } from "./command";
import { keyedCommands } from "./keyed";

const models = await loadAllModels();
const casesOf = import.meta.glob<CommandCases>("./**/*.cases.ts", { eager: true, import: "cases" });
const sources = import.meta.glob<Readonly<Record<string, unknown>>>(["./**/*.ts", "!**/*.{test,cases}.ts"], {
  eager: true,
});
const cases = Object.assign({}, ...Object.values(casesOf)) as CommandCases;

describe("the registry", () => {
  it("has every command that lies in the folder", () => {
    const missing = Object.entries(sources).flatMap(([path, exports]) =>
      Object.entries(exports)
        .filter(([, one]) => isCommand(one) && !commands.includes(one))
        .map(([name]) => `commands/index.ts needs a line for ${name} of ${path}`),
    );
    expect(missing).toEqual([]);
  });

  it("has each id once", () => {
    const ids = commands.map(({ id }) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  it("has each key once", () => {
    const chords = commands.flatMap(({ keys = [] }) => keys);
    expect(chords.filter((chord, index) => chords.indexOf(chord) !== index)).toEqual([]);
  });

  it("has what has keys among those that come with the page", () => {
    expect(commands.filter(({ keys }) => keys !== undefined)).toEqual(keyedCommands);
  });

  it("has a way to try each, and tries no others", () => {
    const known = new Set(commands.map(({ id }) => id));
    expect(Object.keys(cases).filter((id) => !known.has(id))).toEqual([]);
  });
});

describe.each(commands.map((command) => [command.id, command] as const))("%s", (id, command) => {
  sweepCommand(command, cases[id] ?? [], "src/editor/commands/**/*.cases.ts", models);
});

function isCommand(one: unknown): one is AnyCommand {
  return typeof one === "object" && one !== null && "id" in one && "label" in one && "when" in one && "run" in one;
}
