/** Whether the code of a number is one of JSON's, so that its text can be kept. */
export function isJsonNumber(code: string): boolean {
  return /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(code);
}
