import type { Language } from "./code/code";

export type ProblemCode =
  | "no-code"
  | "too-large"
  | "too-deep"
  | "too-involved"
  | "malformed"
  | "fault"
  | "no-handler"
  | "handler-not-found"
  | "no-return"
  | "returns-nothing"
  | "not-a-dictionary"
  | "return-not-known"
  | "keys-not-known"
  | "event-returned";

/** What stood in the way of reading a handler, and what can be done about it. */
export function say(code: ProblemCode, language: Language, line: number | null, name = ""): string {
  const dictionary = language === "python" ? "dictionary" : "object";
  const there = line === null ? "" : ` in line ${line}`;
  switch (code) {
    case "no-code":
      return "There is no code here. Give the file that holds the handler.";
    case "too-large":
      return "The code is longer than 256 KiB, perhaps a bundle of everything it needs. Give the handler's own source file.";
    case "too-deep":
      return `The brackets${there} lie too deep within each other to be read. Give the handler's own source file.`;
    case "too-involved":
      return "The code is too involved to be followed to its end. What was found is listed; look whether keys are missing.";
    case "malformed":
      return `The code has a fault${there}, and too much of it is at fault to be read around. Mend it, or give the handler's own source file.`;
    case "fault":
      return `The code has a fault${there}. What could be read around it is listed; look whether keys are missing.`;
    case "no-handler":
      return `There is no function here that Lambda could call. Give the file that ${
        language === "python" ? "defines lambda_handler(event, context)" : "exports handler"
      }.`;
    case "handler-not-found":
      return `There is no function ${name} in this file.`;
    case "no-return":
      return "The handler never comes to a return, so the step has no outputs.";
    case "returns-nothing":
      return "The handler returns nothing, so the step has no outputs.";
    case "not-a-dictionary":
      return `What is returned${there} is no ${dictionary}, so it has no keys that could be outputs.`;
    case "return-not-known":
      return `What is returned${there} comes from elsewhere, so its keys are not known. Add them by hand.`;
    case "keys-not-known":
      return `Some keys are put together when the code runs${there}, so they are not known. Add them by hand.`;
    case "event-returned":
      return `The event's own members are returned along${there}. Add by hand those that other steps read.`;
  }
}
