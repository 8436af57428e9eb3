/** Frames with a title around steps: kept with the document, never in the definition. */
import type { Colour } from "../../../pipeline/definition/document";
import { addGroup, changeGroup, removeGroup } from "../../../pipeline/edits/groups";
import { freeId } from "../../../pipeline/edits/notes";
import { rootsOf } from "../../../pipeline/graph/stepTree";
import type { EditorState } from "../../session/editorState";
import type { Question } from "../../session/question";
import type { Command } from "../command";
import { edit, editing } from "../editing";
import { anyChosen, type ChosenSteps, chosen, verbWith } from "../steps/chosen";
import { named } from "../words";

/** Puts a frame around the selected steps. */
export const groupSteps = editing<ChosenSteps>({
  id: "groups.add",
  group: "Steps",
  palette: true,
  label: (state, args) => verbWith("Group", state, args),
  when: anyChosen,
  recipe: ({ document, ...state }, args) => {
    const steps = rootsOf(document.definition, chosen({ ...state, document }, args));
    return addGroup({ id: freeId(document, "group"), title: "Group", colour: "blue", steps });
  },
  done: (state, args) => `${named(chosen(state, args))} grouped: double click on the frame's title to rename it.`,
});

interface OfGroup {
  readonly id: string;
}

const isThere = (state: EditorState, { id }: OfGroup): true | string =>
  titleOf(state, id) !== undefined || "This group is gone: another edit removed it.";

const titleOf = ({ document }: EditorState, id: string) => document.groups.find((group) => group.id === id)?.title;

type RenameArgs = OfGroup & { readonly title?: string };

/** Gives a group another title; which one is asked. */
export const renameGroup: Command<RenameArgs> = {
  id: "groups.rename",
  group: "Steps",
  palette: false,
  edits: true,
  label: (state, { id }) => `Rename the group ${titleOf(state, id) ?? ""}`,
  when: isThere,
  run: (workspace, { id, title }) => {
    const before = titleOf(workspace.editor.store.getState(), id) ?? "";
    if (title === undefined) return { ask: whichTitle(id, before) };
    return edit(workspace, `Rename the group ${before}`, changeGroup(id, { title: title.trim() }), () => ({
      done: `The group is called ${title.trim()}.`,
    }));
  },
};

function whichTitle(id: string, before: string): Question<RenameArgs> {
  return {
    title: `What is the group ${before} to be called?`,
    text: {
      label: "Title",
      placeholder: before,
      hint: "It stands on the frame, and is no part of the definition.",
      suggestions: [],
      whyNot: (text) => (text.trim() === "" ? "Type a title." : null),
      button: () => "Rename",
    },
    answer: (title) => ({ id, title }),
  };
}

export const colourGroup = editing<OfGroup & { readonly colour: Colour }>({
  id: "groups.colour",
  group: "Steps",
  palette: false,
  label: (state, { id, colour }) => `Colour the group ${titleOf(state, id) ?? ""} ${colour}`,
  when: isThere,
  recipe: (_, { id, colour }) => changeGroup(id, { colour }),
  done: (_, { colour }) => `The group is ${colour}.`,
});

export const ungroup = editing<OfGroup>({
  id: "groups.remove",
  group: "Steps",
  palette: false,
  label: (state, { id }) => `Ungroup ${titleOf(state, id) ?? ""}`,
  when: isThere,
  recipe: (_, { id }) => removeGroup(id),
  done: () => "The frame is gone; its steps stay.",
});
