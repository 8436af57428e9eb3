/** Why the state folder cannot be used, in one line with what to do. It is asked anew at each request: once mended, work goes on. */
export class StateFault extends Error {
  constructor(message: string) {
    super(message);
    // Under this name it reaches clients, as an AWS error.
    this.name = "LocalStateException";
  }
}

/** A state folder, and the setting by which a person chooses another one: `STEPWIRE_STATE`, `--state`. */
export interface FolderChoice {
  readonly dir: string;
  readonly chosenBy: string;
}

/** What a failing file operation means for the state folder. What is no failure of the file system is a bug and comes back as it is. */
export function faultOf(thrown: unknown, { dir, chosenBy }: FolderChoice): unknown {
  if (thrown instanceof StateFault || !(thrown instanceof Error) || !("code" in thrown)) return thrown;
  return new StateFault(`${wordsFor(thrown as NodeJS.ErrnoException, dir)} or choose another folder with ${chosenBy}.`);
}

function wordsFor({ code, message, path = "" }: NodeJS.ErrnoException, dir: string): string {
  switch (code) {
    case "ENOSPC":
    case "EDQUOT":
      return `The disk is full: nothing was saved in the state folder ${dir}. Make room and try again,`;
    case "EEXIST":
    case "ENOTDIR":
      return `The state folder ${dir} cannot be made: a file is in its place or above it. Move that file away,`;
    case "EACCES":
    case "EPERM":
      return `The state folder ${dir} may not be read and written by this user (${path || dir}). Give the right back (chmod -R u+rwX),`;
    case "EROFS":
      return `The state folder ${dir} lies on a disk that is read-only. Make it writable,`;
    default:
      return `The state folder ${dir} cannot be used (${message}). Mend it,`;
  }
}
