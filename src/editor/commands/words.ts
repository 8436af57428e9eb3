/** "Train", or "3 steps". */
export function named(keys: readonly string[]): string {
  return keys.length === 1 ? (keys[0] ?? "") : `${keys.length} steps`;
}

/** "Train, Model and 2 more". */
export function listed(names: readonly string[]): string {
  const shown = names.slice(0, 3);
  const rest = names.length - shown.length;
  const all = rest > 0 ? [...shown, `${rest} more`] : shown;
  return all.length === 1 ? (all[0] ?? "") : `${all.slice(0, -1).join(", ")} and ${all.at(-1)}`;
}
