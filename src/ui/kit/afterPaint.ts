/** Resolves once what is being drawn has been painted: what is not needed for the first picture is asked for after it. */
export function afterPaint(): Promise<void> {
  return new Promise((resolve) => {
    // A callback runs before its frame is painted, so the next one runs after it.
    requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
  });
}
