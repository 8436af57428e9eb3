/** The code editor in the page's own colours: it stands in a shadow root, and custom properties come through. */
import { HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import { EditorView } from "@codemirror/view";
import { tags } from "@lezer/highlight";

const colours = HighlightStyle.define([
  { tag: tags.propertyName, color: "light-dark(#0a4d8f, #7cc0ff)" },
  { tag: [tags.keyword, tags.operatorKeyword, tags.modifier, tags.self], color: "light-dark(#a3247a, #f29ad0)" },
  { tag: [tags.comment, tags.docString], color: "light-dark(#5a6372, #9aa5b5)", fontStyle: "italic" },
  { tag: [tags.className, tags.definition(tags.variableName)], color: "light-dark(#0a4d8f, #7cc0ff)" },
  { tag: tags.string, color: "light-dark(#17652f, #8fd6a3)" },
  { tag: [tags.number, tags.bool, tags.null], color: "light-dark(#7a3ea8, #d6a5ff)" },
  { tag: [tags.brace, tags.squareBracket, tags.separator], color: "light-dark(#5a6372, #9aa5b5)" },
  { tag: tags.invalid, color: "var(--sw-error)" },
]);

const theme = EditorView.theme({
  "&": { height: "100%", color: "var(--sw-text)", backgroundColor: "var(--sw-card-background)", fontSize: "12.5px" },
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": { fontFamily: "var(--sw-monospace)", lineHeight: "19px", overflow: "auto" },
  ".cm-content": { caretColor: "var(--sw-text)" },
  ".cm-cursor": { borderLeftColor: "var(--sw-text)" },
  ".cm-gutters": {
    backgroundColor: "var(--sw-card-background)",
    color: "var(--sw-text-secondary)",
    borderRight: "1px solid var(--sw-border-quiet)",
  },
  ".cm-activeLine, .cm-activeLineGutter": { backgroundColor: "transparent" },
  "&.cm-focused .cm-activeLine, &.cm-focused .cm-activeLineGutter": { backgroundColor: "var(--sw-quiet-background)" },
  "& .cm-selectionBackground, &.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground": {
    background: "light-dark(#cfe3ff, #24456f)",
  },
  ".cm-selected-step": { backgroundColor: "var(--sw-selected-background)" },
  ".cm-foldPlaceholder": {
    backgroundColor: "var(--sw-quiet-background)",
    border: "1px solid var(--sw-border)",
    color: "var(--sw-text-secondary)",
    padding: "0 6px",
  },
  ".cm-foldGutter .cm-gutterElement": { cursor: "pointer", padding: "0 4px" },
  ".cm-panels": { backgroundColor: "var(--sw-panel-background)", color: "var(--sw-text)" },
  ".cm-panels.cm-panels-top": { borderBottom: "1px solid var(--sw-border-quiet)" },
  ".cm-panel.cm-search": { padding: "6px 28px 6px 12px", fontFamily: "var(--sw-font)", fontSize: "12px" },
  ".cm-panel.cm-search label": { fontSize: "12px" },
  ".cm-panel.cm-search [name=close]": {
    color: "var(--sw-icon-button)",
    fontSize: "16px",
    right: "8px",
    cursor: "pointer",
  },
  ".cm-textfield": {
    backgroundColor: "var(--sw-input-background)",
    border: "1px solid var(--sw-border-control)",
    borderRadius: "6px",
    color: "var(--sw-text)",
    fontSize: "12px",
    padding: "3px 8px",
  },
  ".cm-button": {
    background: "none",
    border: "1px solid var(--sw-border-control)",
    borderRadius: "12px",
    color: "var(--sw-text)",
    fontSize: "12px",
    padding: "2px 10px",
    cursor: "pointer",
  },
  ".cm-textfield:focus-visible, .cm-button:focus-visible": {
    outline: "2px solid var(--sw-focus)",
    outlineOffset: "1px",
  },
  ".cm-searchMatch": { backgroundColor: "light-dark(#ffe58a, #6b5500)" },
  ".cm-searchMatch.cm-searchMatch-selected": { backgroundColor: "light-dark(#ffc53d, #a37c00)" },
  ".cm-selectionMatch": { backgroundColor: "light-dark(#e6f0ff, #1d3350)" },
  "&.cm-focused .cm-matchingBracket": {
    backgroundColor: "transparent",
    outline: "1px solid var(--sw-border-control)",
  },
  ".cm-tooltip": {
    backgroundColor: "var(--sw-popover-background)",
    border: "1px solid var(--sw-border-popover)",
    borderRadius: "6px",
    color: "var(--sw-text)",
    fontFamily: "var(--sw-font)",
  },
  ".cm-diagnostic-error": { borderLeft: "4px solid var(--sw-error)" },
});

export const codeTheme = [theme, syntaxHighlighting(colours)];
