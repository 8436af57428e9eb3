/** llms.txt tells programs that read where the documentation is. `UPDATE_DOCS=1 npx vitest run llmsPage` writes it anew. */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { expect, it } from "vitest";

const page = "llms.txt";

/** The title of a page, and the first sentence below it. */
function inShort(path: string): string {
  const text = readFileSync(path, "utf8").replace(/^---\n[\s\S]*?\n---\n/, "");
  const title = /^# (.+)$/m.exec(text)?.[1] ?? path;
  const paragraph = text.split(/\n\s*\n/).find((part) => /^[A-Z`*[]/.test(part.trim()) && !part.startsWith("#")) ?? "";
  const [sentence = ""] = /^.*?[.:](?=\s|$)/s.exec(paragraph.replace(/\s+/g, " ").replaceAll("**", "").trim()) ?? [];
  const about = sentence.replace(/:$/, ".").replace(/\[([^\]]+)\]\([^)]*\)/g, "$1");
  return `- [${title}](${path})${about === "" ? "" : `: ${about}`}`;
}

function written(): string {
  const pages = (folder: string) =>
    readdirSync(folder)
      .filter((file) => file.endsWith(".md"))
      .map((file) => `${folder}/${file}`);
  const [, summary = ""] = /^\*\*(.+?)\*\*/m.exec(readFileSync("README.md", "utf8")) ?? [];
  return [
    "# Stepwire",
    `> ${summary}`,
    "`stepwire mcp FOLDER` gives agents the same core as tools over stdio; `skills/stepwire/SKILL.md` says how to use them.",
    ["## Use", inShort("README.md"), inShort("skills/stepwire/SKILL.md"), ...pages("docs").map(inShort)].join("\n"),
    ["## Change", inShort("CONTRIBUTING.md"), ...pages("docs/decisions").map(inShort)].join("\n"),
  ]
    .join("\n\n")
    .concat("\n");
}

it("llms.txt names every page of the documentation", () => {
  const text = written();
  if (process.env.UPDATE_DOCS === "1") writeFileSync(page, text);
  expect(readFileSync(page, "utf8"), "UPDATE_DOCS=1 npx vitest run llmsPage writes it anew").toBe(text);
});
