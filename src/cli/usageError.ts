/** Bad usage, or a file that cannot be opened: its text goes to stderr, the exit code is 2. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "UsageError";
  }
}
