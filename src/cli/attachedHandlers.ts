/** `--run-handlers STEP=FILE`: whoever writes it consents to the file being run. */
import { languageOfFile, languageOfText } from "../handler/language";
import { readHandler } from "../handler/readHandler";
import type { AttachedHandlers } from "../local-region";
import { nameOf, readBytes } from "./definitionFile";
import { UsageError } from "./usageError";

/** The files of the arguments by the steps that they are run for; throws a UsageError for what is none. */
export function attachedHandlers(written: readonly string[]): AttachedHandlers {
  return new Map(
    written.map((each) => {
      const [, step, file] = /^([A-Za-z0-9\-_]{1,64})=(.+)$/.exec(each) ?? [];
      if (step === undefined || file === undefined) {
        throw new UsageError(
          `--run-handlers takes STEP=FILE, such as Prep=handlers/prep.py; ${each} is not of that form.`,
        );
      }
      return [step, attachedHandler(file)] as const;
    }),
  );
}

function attachedHandler(file: string) {
  const code = new TextDecoder().decode(readBytes(file));
  const fileName = nameOf(file);
  const { handler } = readHandler({ text: code, fileName });
  if (handler === null)
    throw new UsageError(`${fileName} has no function that takes an event: there is no handler to run.`);
  const language = languageOfFile(fileName) ?? languageOfText(code);
  return { code, language, handler };
}
