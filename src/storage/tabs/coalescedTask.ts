import type { Retries } from "../rescue/retries";

/** A task that runs once at a time; requests made while it runs are coalesced into one more run. */
export class CoalescedTask {
  private state: "idle" | "running" | "requested again" = "idle";

  constructor(
    private readonly retries: Retries,
    private readonly task: () => Promise<void>,
  ) {}

  request(): void {
    if (this.state === "idle") void this.run();
    else this.state = "requested again";
  }

  private async run(): Promise<void> {
    do {
      this.state = "running";
      await this.retries.run(this.task);
    } while (this.isRequestedAgain());
    this.state = "idle";
  }

  private isRequestedAgain(): boolean {
    return this.state === "requested again";
  }
}
