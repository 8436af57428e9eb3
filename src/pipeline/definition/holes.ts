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
