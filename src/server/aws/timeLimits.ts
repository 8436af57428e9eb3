/** How long AWS may take, in milliseconds. A service that takes a request and never answers must not keep a person waiting for ever. */
export interface TimeLimits {
  readonly connect: number;
  /** For one call that reads, with all that the SDK tries again. */
  readonly read: number;
  readonly write: number;
  /** Between the looks at what a write left, and between the sendings of a call whose token makes it one. */
  readonly pauses: readonly number[];
  /** Calls back when the time of a call is over; the returned function takes that back. */
  readonly later: (run: () => void, milliseconds: number) => () => void;
}

export const usualLimits: TimeLimits = {
  connect: 5000,
  read: 15_000,
  write: 60_000,
  pauses: [500, 1500, 3000],
  later: (run, milliseconds) => {
    const timer = setTimeout(run, milliseconds);
    return () => clearTimeout(timer);
  },
};

export class NoAnswerInTime extends Error {
  constructor(limit: number) {
    super(`No answer came within ${limit / 1000} s.`);
    this.name = "TimeoutError";
  }
}

/** What the call comes to, or a NoAnswerInTime; the call is told to stop then, so that nothing of it goes out later. */
export async function within<T>(
  limit: number,
  later: TimeLimits["later"],
  call: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const gone = new AbortController();
  let takeBack = () => {};
  const late = new Promise<never>((_resolve, reject) => {
    takeBack = later(() => {
      reject(new NoAnswerInTime(limit));
      gone.abort();
    }, limit);
  });
  try {
    return await Promise.race([call(gone.signal), late]);
  } finally {
    takeBack();
  }
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
