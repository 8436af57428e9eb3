import { StorageFailure } from "./failure";

/** After one thing was waited for in vain, the next is given so many milliseconds, until something answers. */
const afterSilence = 200;

/**
 * How long storage is waited for. A transaction may never end, and a request to open never be answered: then who asked is told so, and
 * what comes of it later comes all the same.
 */
export class Patience {
  private isSilent = false;

  constructor(private readonly milliseconds: number) {}

  /** The answer; rejects with `unanswered` when there is none in time. */
  wait<Answer>(answer: Promise<Answer>): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const giveUp = () => {
        this.isSilent = true;
        reject(new StorageFailure("unanswered"));
      };
      const timer = setTimeout(giveUp, this.isSilent ? afterSilence : this.milliseconds);
      const settle = () => {
        this.isSilent = false;
        clearTimeout(timer);
      };
      answer.then(
        (value) => {
          settle();
          resolve(value);
        },
        (error: unknown) => {
          settle();
          reject(error);
        },
      );
    });
  }
}
