import { styleText } from "node:util";

/** Where a command speaks: results to `out`, messages to `err`. Tests give their own. */
export interface Terminal {
  out(text: string): void;
  err(text: string): void;
  /** Whether results may carry colour. */
  readonly colour: boolean;
  /** Asks who types there; left out where nobody does. */
  readonly ask?: (question: string) => Promise<string>;
}

/** The exit codes: fine; problems of severity error were found; bad usage or a file that cannot be opened. */
export const exit = { fine: 0, problems: 1, usage: 2 } as const;
export type ExitCode = (typeof exit)[keyof typeof exit];

export function processTerminal(): Terminal {
  return {
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    ...(process.stdin.isTTY === true && process.stderr.isTTY === true ? { ask: askAtTerminal } : {}),
    colour: process.stdout.isTTY === true && !process.env.NO_COLOR && process.env.TERM !== "dumb",
  };
}

async function askAtTerminal(question: string): Promise<string> {
  const { createInterface } = await import("node:readline/promises");
  const line = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return await line.question(question);
  } finally {
    line.close();
  }
}

export type Colour = "red" | "green" | "yellow" | "blue" | "dim" | "bold";

export function paint({ colour }: Terminal, as: Colour, text: string): string {
  // The terminal has been asked already.
  return colour ? styleText(as, text, { validateStream: false }) : text;
}

export function count(number: number, thing: string): string {
  return `${number} ${thing}${number === 1 ? "" : "s"}`;
}
