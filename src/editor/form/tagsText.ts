/** Tags as people type them: a line each, `key=value`. */
import type { PipelineTag } from "../../pipeline/definition/document";

const most = 50;

export function printTags(tags: readonly PipelineTag[]): string {
  return tags.map(({ key, value }) => `${key}=${value}`).join("\n");
}

/** What SageMaker takes as tags (API `Tag`: key 1 to 128, value to 256 characters, 50 at most); else what is to be changed. */
export function readTags(typed: string): { readonly tags: readonly PipelineTag[] } | { readonly why: string } {
  const lines = typed.split("\n").filter((line) => line.trim() !== "");
  const tags = lines.map((line) => {
    const at = line.indexOf("=");
    return at < 0
      ? { key: line.trim(), value: "" }
      : { key: line.slice(0, at).trim(), value: line.slice(at + 1).trim() };
  });
  const wrong = tags.find(({ key, value }) => !isTagText(key, 128) || key === "" || !isTagText(value, 256));
  if (wrong !== undefined)
    return {
      why: `“${wrong.key}”: a tag has letters, digits, spaces and _ . : / = + - @, its key up to 128, its value up to 256.`,
    };
  const own = tags.find(({ key }) => /^aws:/i.test(key));
  if (own !== undefined) return { why: "Keys that begin with aws: are AWS's own." };
  const doubled = tags.find(({ key }, index) => tags.findIndex((other) => other.key === key) !== index);
  if (doubled !== undefined) return { why: `The key ${doubled.key} stands here twice.` };
  return tags.length > most ? { why: `A pipeline takes ${most} tags at most.` } : { tags };
}

function isTagText(text: string, longest: number): boolean {
  return text.length <= longest && /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u.test(text);
}
