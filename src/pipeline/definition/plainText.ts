/** A text on one line, without what no reader shows or takes: control characters, line ends, halves of characters. */
export function plainText(text: string): string {
  return text.replace(/[\p{Cc}\p{Cs}\u2028\u2029\uFFFE\uFFFF]+/gu, " ");
}
