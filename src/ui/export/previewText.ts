/** A text to read, in the code editor's colours. */
import { defaultKeymap } from "@codemirror/commands";
import { json } from "@codemirror/lang-json";
import { LRLanguage } from "@codemirror/language";
import { search, searchKeymap } from "@codemirror/search";
import { EditorState, type Extension } from "@codemirror/state";
import { EditorView, keymap, lineNumbers } from "@codemirror/view";
import { parser as javascript } from "@lezer/javascript";
import { parser as python } from "@lezer/python";
import { hcl } from "codemirror-lang-hcl";
import type { ExportSyntax } from "../../export/form";
import { codeTheme } from "../kit/code/codeTheme";

const languages: Readonly<Partial<Record<ExportSyntax, () => Extension>>> = {
  json,
  python: () => LRLanguage.define({ parser: python }),
  typescript: () => LRLanguage.define({ parser: javascript.configure({ dialect: "ts" }) }),
  hcl,
};

interface Preview {
  readonly text: string;
  readonly syntax: ExportSyntax;
  readonly label: string;
}

/** Shows the text in the host's shadow root; the returned function takes it away. */
export function openPreview(host: HTMLElement, { text, syntax, label }: Preview): () => void {
  const root = host.shadowRoot ?? host.attachShadow({ mode: "open" });
  const attributes = { "aria-label": label, "aria-multiline": "true", "aria-readonly": "true", role: "textbox" };
  const view = new EditorView({
    root,
    parent: root,
    state: EditorState.create({
      doc: text,
      extensions: [
        EditorState.readOnly.of(true),
        EditorView.editable.of(false),
        EditorView.contentAttributes.of({ ...attributes, tabindex: "0" }),
        lineNumbers(),
        search({ top: true }),
        languages[syntax]?.() ?? [],
        codeTheme,
        keymap.of([...searchKeymap, ...defaultKeymap.filter(({ key }) => key !== "Escape")]),
      ],
    }),
  });
  return () => view.destroy();
}
