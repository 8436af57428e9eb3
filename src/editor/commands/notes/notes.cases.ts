import { documentOf } from "../../../testing/load";
import { condition, equal, fail, lambda } from "../../../testing/steps";
import type { CommandCases } from "../../../testing/sweepCommands";

const bare = documentOf([lambda("Prep"), lambda("Tell"), condition("Gate", [equal], [lambda("Yes")], [fail("No")])]);
const document = {
  ...bare,
  notes: [{ id: "note-1", text: "Read *this*", place: { x: 0, y: 0 }, size: { width: 200, height: 90 } }],
  groups: [{ id: "group-1", title: "Data", colour: "blue" as const, steps: ["Prep"] }],
};
const id = "note-1";
const group = "group-1";

export const cases: CommandCases = {
  "notes.add": [
    { document, says: /^Note added\.$/, calls: ["writeNote note-3"] },
    { document: bare, args: { at: { x: 40.4, y: 50 } }, calls: ["writeNote note-1"] },
  ],
  "notes.write": [{ document, args: { id, text: "Read this" } }],
  "notes.place": [{ document, args: { id, place: { x: 9, y: 9 }, size: { width: 220, height: 90 } } }],
  "notes.colour": [{ document, args: { id, colour: "green" }, says: /^The note is green\.$/ }],
  "notes.delete": [{ document, args: { id } }],
  "groups.add": [
    { document, given: (editor) => editor.select(["Prep", "Gate", "Yes"]), says: /^3 steps grouped/ },
    { document: bare, args: { steps: ["Tell"] } },
  ],
  "groups.rename": [{ document, args: { id: group }, answers: ["Raw data"], says: /^The group is called Raw data\.$/ }],
  "groups.colour": [{ document, args: { id: group, colour: "red" } }],
  "groups.remove": [{ document, args: { id: group }, called: "Ungroup Data" }],
};
