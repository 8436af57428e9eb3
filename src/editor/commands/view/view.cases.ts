import { overlayOf } from "../../../pipeline/compare/overlay";
import { documentOf } from "../../../testing/load";
import { lambda } from "../../../testing/steps";
import type { CommandCases, Try } from "../../../testing/sweepCommands";
import { overlaid } from "../../session/overlaid";

const document = documentOf([lambda("Prep"), lambda("Tell")]);
const without = documentOf([lambda("Tell")]);
const shown = {
  id: 1,
  ...(await overlaid({ label: "Before", document: without }, { label: "After", document })),
};

/** Two versions, of which one has a step more. */
const compared: Try = {
  document,
  given: (editor, { comparisons }) => {
    editor.setComparison(overlayOf(document.definition, shown.comparison));
    comparisons.store.setState({ shown, at: null });
  },
  says: /^\d of \d: /,
};

export const cases: CommandCases = {
  "view.change.next": [compared],
  "view.change.previous": [compared],
  "view.commands": [{ document, calls: ["open commands"] }],
  "view.keys": [{ document, calls: ["open keys"] }],
  "view.tour": [{ document, calls: ["open tour"] }],
  "view.findStep": [{ document, calls: ["open find a step"] }],
  "view.find.next": [
    { document, given: (editor) => editor.rememberSearch("tell", 0), says: /^2 of 5: Name of Tell\.$/ },
  ],
  "view.find.previous": [
    { document, given: (editor) => editor.rememberSearch("lambda prep", 0), says: /^\d of \d: .* of Prep\.$/ },
  ],
  "view.find.end": [{ document, given: (editor) => editor.rememberSearch("tell", 0) }],
  "view.goTo": [
    { document, args: { step: "Tell" }, says: /^Went to Tell\.$/ },
    { document, args: { step: "Tell", field: "FunctionArn" }, says: /^Went to FunctionArn of Tell\.$/ },
  ],
  "view.zoomIn": [{ document, calls: ["zoomIn"] }],
  "view.zoomOut": [{ document, calls: ["zoomOut"] }],
  "view.fit": [{ document, calls: ["fit"] }],
  "view.fitSelection": [
    { document, given: (editor) => editor.select(["Tell"]), calls: ["fit Tell"], says: /^In view: Tell\.$/ },
  ],
  "view.fullSize": [{ document, calls: ["zoomTo 1"] }],
  "view.zoom25": [{ document, calls: ["zoomTo 0.25"] }],
  "view.zoom50": [{ document, calls: ["zoomTo 0.5"] }],
  "view.zoom150": [{ document, calls: ["zoomTo 1.5"] }],
  "view.zoom200": [{ document, calls: ["zoomTo 2"] }],
  "view.tidy": [{ document, says: /^2 steps tidied\.$/, calls: ["showTidied"] }],
  "view.problems": [{ document }],
  "view.definition": [{ document }],
  "view.simulation": [{ document }],
  "view.executions": [{ document }],
  "view.closePanel": [{ document, given: (editor) => editor.setPanel("problems") }],
  "view.theme.dark": [{ document, calls: ["chooseTheme dark"] }],
  "view.theme.light": [{ document, calls: ["chooseTheme light"] }],
  "view.theme.system": [{ document, calls: ["chooseTheme system"] }],
};
