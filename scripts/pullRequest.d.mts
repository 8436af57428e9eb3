export function pullRequest(
  env: Readonly<Record<string, string | undefined>>,
  stepwire: (...args: string[]) => Promise<{ code: number; out: string; err: string }>,
  log: { write(text: string): unknown },
): Promise<number>;
