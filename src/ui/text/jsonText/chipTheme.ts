import { EditorView } from "@codemirror/view";

/** The chips of a JSON text, as those of the form; and the text as tall as what stands in it. */
export const chipTheme = EditorView.theme({
  "&": { height: "auto", maxHeight: "340px", backgroundColor: "var(--sw-input-background)", fontSize: "12px" },
  ".cm-scroller": { lineHeight: "20px", overflow: "auto" },
  ".cm-content": { padding: "4px 0" },
  ".cm-line": { padding: "0 6px" },
  ".cm-chip": {
    display: "inline-flex",
    alignItems: "center",
    gap: "4px",
    padding: "0 2px 0 7px",
    margin: "0 1px",
    border: "1px solid var(--sw-info-border)",
    borderRadius: "5px",
    background: "var(--sw-info-background)",
    color: "var(--sw-info)",
    fontFamily: "var(--sw-font)",
    lineHeight: "17px",
    verticalAlign: "baseline",
  },
  ".cm-chip button": { all: "unset", cursor: "pointer" },
  ".cm-chip button:focus-visible": { outline: "2px solid var(--sw-focus)", borderRadius: "3px" },
  ".cm-chip-open:hover": { textDecoration: "underline dotted", textUnderlineOffset: "3px" },
  ".cm-chip .cm-chip-remove": { minWidth: "18px", textAlign: "center", fontSize: "14px" },
  "&.cm-read-only .cm-chip-remove": { display: "none" },
});
