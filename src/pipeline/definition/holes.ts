const brackets: readonly (readonly [open: string, close: string])[] = [
  ["${", "}"],
  ["{{", "}}"],
  ["<%", "%>"],
  ["%{", "}"],
];

/**
 * True for a text with a hole that a template fills in before SageMaker sees it: `${name}` and `%{ if … }` of Terraform and
 * CloudFormation, `{{ name }}` of Jinja and Helm, `<% name %>`. What will stand there is not known, so nothing is measured by it.
 */
export function hasHole(text: string): boolean {
  for (const [open, close] of brackets) {
    const at = text.indexOf(open);
    if (at >= 0 && text.includes(close, at + open.length)) return true;
  }
  return false;
}

/** True for a text that is one hole and nothing else: what comes there may be of any kind. */
export function isWholeHole(text: string): boolean {
  const trimmed = text.trim();
  const [open = "", close = ""] = brackets.find(([begins]) => trimmed.startsWith(begins)) ?? [];
  if (open === "" || !trimmed.endsWith(close)) return false;
  if (close !== "}") return trimmed.indexOf(close, open.length) === trimmed.length - close.length;
  let depth = 0;
  for (let at = 0; at < trimmed.length; at++) {
    if (trimmed[at] === "{") depth += 1;
    else if (trimmed[at] === "}") depth -= 1;
    if (depth === 0 && at >= open.length - 1) return at === trimmed.length - 1;
  }
  return false;
}
