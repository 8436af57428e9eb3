/** When a document is written, and when it is tried again. */
export interface WriterTiming {
  /** How long an edit waits for others to be written with it, in milliseconds. */
  readonly delay: number;
  /** How long to wait before the attempt that follows so many failed ones. */
  readonly retryAfter: (failures: number) => number;
}

export const writerTiming: WriterTiming = {
  delay: 20,
  retryAfter: (failures) => Math.min(30_000, 500 * 2 ** (failures - 1)),
};
