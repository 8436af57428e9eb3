/** Python code of the same length in which only code is left: texts are filled with `_`, comments with spaces. */
export function masked(text: string): string {
  return text.replace(
    /#[^\n]*|([A-Za-z]{0,2})("""|''')([\s\S]*?)(\2|$)|([A-Za-z]{0,2})(["'])((?:\\[\s\S]|(?!\6)[^\\\n])*)(\6|(?=\n)|$)/g,
    (all: string) => (all.startsWith("#") ? " ".repeat(all.length) : all.replaceAll(/[^\n]/g, "_")),
  );
}

/** Brackets that hold more are not looked for the end of. */
const longest = 5000;

/** The place of the bracket that closes the one at `at`, in masked code; -1 where none does near by. */
export function closingAt(code: string, at: number): number {
  let depth = 0;
  for (let i = at; i < Math.min(code.length, at + longest); i++) {
    const char = code.charAt(i);
    if ("([{".includes(char)) depth += 1;
    else if (")]}".includes(char)) depth -= 1;
    if (depth === 0) return i;
  }
  return -1;
}
