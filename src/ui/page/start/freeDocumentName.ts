/** A name that no document has yet: the base, then `base-2`, `base-3`. */
export function freeDocumentName(base: string, taken: ReadonlySet<string>): string {
  if (!taken.has(base)) return base;
  for (let count = 2; ; count++) {
    if (!taken.has(`${base}-${count}`)) return `${base}-${count}`;
  }
}
