/** What the command palette offers: every command, and the steps and fields to go to. */
import { commands } from "../../editor/commands";
import type { AnyCommand, Command } from "../../editor/commands/command";
import { perform, performAlone, whyNot } from "../../editor/commands/perform";
import { fieldsCalledInParts } from "../../editor/commands/view/fieldsCalled";
import { goTo } from "../../editor/commands/view/find";
import type { FoundSpot } from "../../editor/commands/view/spotsCalled";
import type { EditorState } from "../../editor/session/editorState";
import type { Workspace } from "../../editor/workspace";
import { listSteps } from "../../pipeline/graph/stepTree";
import { stepTypeOf } from "../../pipeline/steps";
import { chordInWords } from "../kit/keyWords";

export interface PaletteEntry {
  readonly id: string;
  readonly label: string;
  /** What stands at its right: its keys, what kind of thing it is. */
  readonly hint: string;
  /** Why it cannot be done now; it is shown all the same. */
  readonly refused: string | null;
  readonly run: () => void;
}

/** Every command, those that can be done first. */
export function commandEntries(workspace: Workspace): readonly PaletteEntry[] {
  const state = workspace.editor.store.getState();
  const entries = commands.filter(isAlone).map((command): PaletteEntry => {
    return {
      id: command.id,
      label: command.label(state, undefined),
      hint: command.keys?.[0] === undefined ? command.group : chordInWords(command.keys[0]),
      refused: whyNot(command, state, undefined),
      run: () => performAlone(workspace, command),
    };
  });
  return [...entries.filter(({ refused }) => refused === null), ...entries.filter(({ refused }) => refused !== null)];
}

function isAlone(command: AnyCommand): command is AnyCommand & Command {
  return command.palette;
}

export function stepEntries(workspace: Workspace): readonly PaletteEntry[] {
  const { definition } = workspace.editor.store.getState().document;
  return listSteps(definition).map(({ key, type }) => ({
    id: `step ${key}`,
    label: key,
    hint: stepTypeOf(type).label,
    refused: null,
    run: () => void perform(workspace, goTo, { step: key }),
  }));
}

const mostFields = 30;

/** The fields that are called as what is looked for. */
export function* fieldEntriesInParts(
  workspace: Workspace,
  state: EditorState,
  wanted: string,
): Generator<undefined, readonly PaletteEntry[]> {
  const found = yield* fieldsCalledInParts(state, wanted, mostFields);
  return found.map(({ step, field, label }) => ({
    id: `field ${step} ${field}`,
    label: `${label} of ${step}`,
    hint: "field",
    refused: null,
    run: () => void perform(workspace, goTo, { step, field }),
  }));
}

/** What holds every word, what begins with the first one at the top. */
export function search(all: readonly PaletteEntry[], wanted: string): readonly PaletteEntry[] {
  const words = wanted.trim().toLowerCase().split(/\s+/);
  const first = words[0] ?? "";
  const rank = ({ label, refused }: PaletteEntry) =>
    (refused === null ? 0 : 2) + (label.toLowerCase().startsWith(first) ? 0 : 1);
  return all
    .filter(({ label, hint }) => words.every((word) => `${label} ${hint}`.toLowerCase().includes(word)))
    .sort((left, right) => (first === "" ? 0 : rank(left) - rank(right)));
}

/** Steps, fields, values and references that are called as what is looked for; F3 goes on from the one that is chosen. */
export function spotEntries(
  workspace: Workspace,
  spots: readonly FoundSpot[],
  wanted: string,
  most: number,
): readonly PaletteEntry[] {
  return spots.slice(0, most).map(({ step, field, label, hint }, at) => ({
    id: `spot ${step} ${field ?? ""}`,
    label,
    hint: hint.length > mostHint ? `${hint.slice(0, mostHint)}…` : hint,
    refused: null,
    run: () => {
      workspace.editor.rememberSearch(wanted, at);
      void perform(workspace, goTo, field === undefined ? { step } : { step, field });
    },
  }));
}

const mostHint = 40;
