/**
 * JavaScript that is newer than the parser's grammar, written as older JavaScript of the same length, so that every place in the text
 * stays. What it says of outputs is the same; only the parser sees it. Each pattern looks so far and no farther: hostile text costs little.
 */
const rewrites: readonly RegExp[] = [
  // Import attributes (ECMAScript 2025), and `assert`, as they were called before.
  /\b(?:from|import)\s*(?:"[^"\n]{0,500}"|'[^'\n]{0,500}')(\s*(?:with|assert)\s*\{[^{}]{0,500}\})/g,
  /\bimport\(\s*(?:"[^"\n]{0,500}"|'[^'\n]{0,500}')(\s*,\s*\{[^{}]{0,500}(?:\{[^{}]{0,500}\}[^{}]{0,500})?\}\s*,?)\s*\)/g,
  // Deferred and source-phase imports.
  /\bimport\s+(defer)\s+\*/g,
  /\bimport\s+(source)\s+(?!from\b)[\w$]+\s+from\b/g,
  // Decorators on either side of `export`.
  /^[ \t]*((?:@[\w$.]+(?:\([^()]{0,500}\))?\s+){1,20})(?=export\b)/gm,
  /\bexport\s+(?:default\s+)?((?:@[\w$.]+(?:\([^()]{0,500}\))?\s+){1,20})(?=(?:abstract\s+)?class\b)/g,
  // TypeScript: `export { type A }`, `import a = require("b")`, `async <T>(a)`, `let a!: string`.
  /\b(type)(?<=\bexport\s{0,9}\{[^{}]{0,500})\s+(?=[\w$])/g,
  /^[ \t]*(import)\s+[\w$]+\s*=/gm,
  /\basync\s*(<[\w$,\s]{1,200}>)\s*(?=\()/g,
  /\b(?:let|var)\s+[\w$]+(!)(?=\s*:)/g,
];

export function inOlderJavascript(text: string): string {
  return rewrites.reduce((now, pattern) => {
    return now.replaceAll(pattern, (all: string, part: string) => {
      const at = all.lastIndexOf(part);
      return all.slice(0, at) + part.replaceAll(/[^\n]/g, " ") + all.slice(at + part.length);
    });
  }, text);
}
