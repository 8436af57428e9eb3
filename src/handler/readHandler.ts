import type { Language, Statement } from "./code/code";
import { lineOf, type ParsedCode } from "./code/parseCode";
import { Source } from "./code/source";
import { Interpreter } from "./evaluate/interpreter";
import { given, TooInvolved } from "./evaluate/run";
import type { Frame, NativeValue, OutputType } from "./evaluate/values";
import { type Candidate, findHandlers, findNamed } from "./handlers";
import { readJavascript } from "./javascript/readJavascript";
import { languageOfFile, languageOfText } from "./language";
import { readAnswers } from "./outputs";
import { parseSource } from "./parseSource";
import { type ProblemCode, say } from "./problems";
import { readStatements } from "./python/statements";

export interface HandlerSource {
  readonly text: string;
  readonly language?: Language;
  readonly fileName?: string;
}

export interface HandlerOutput {
  readonly name: string;
  readonly type: OutputType;
  /** The code does not say the type for certain. */
  readonly guess: boolean;
  /** A dictionary or list: SageMaker turns it into one string. */
  readonly nested: boolean;
  readonly line: number;
}

export interface HandlerInput {
  readonly name: string;
  readonly line: number;
}

export interface HandlerProblem {
  readonly code: ProblemCode;
  readonly message: string;
  readonly line: number | null;
}

/** What a Lambda handler's code says of itself. */
export interface HandlerReading {
  readonly language: Language;
  /** The functions that could be the handler, the likeliest first. */
  readonly handlers: readonly string[];
  /** The one that was read; null where there is none. */
  readonly handler: string | null;
  readonly outputs: readonly HandlerOutput[];
  readonly inputs: readonly HandlerInput[];
  readonly problems: readonly HandlerProblem[];
}

/**
 * Reads which keys a Lambda handler returns and which members of its event it reads. The code is read, never run. Without
 * `handlerName` the likeliest function is taken.
 */
export function readHandler(source: HandlerSource, handlerName?: string): HandlerReading {
  const language = source.language ?? languageOfFile(source.fileName ?? "") ?? languageOfText(source.text);
  const reading = new Reading(source.text.replace(/^\uFEFF/, ""), language);
  if (source.text.trim() === "") return reading.refuse("no-code", null);
  const parsed = parseSource(reading.text, language);
  if (!parsed.ok) return reading.refuse(parsed.code, parsed.at);
  if (parsed.faultAt !== null) reading.tell("fault", parsed.faultAt);
  try {
    read(reading, parsed, handlerName);
  } catch (thrown) {
    // A RangeError is code so deep that looking at it has no room.
    if (!(thrown instanceof TooInvolved) && !(thrown instanceof RangeError)) throw thrown;
    reading.tell("too-involved", null);
  }
  return reading.result();
}

function read(reading: Reading, parsed: Extract<ParsedCode, { ok: true }>, handlerName: string | undefined): void {
  const { language } = reading;
  const source = new Source(reading.text);
  const statements: readonly Statement[] = parsed.tops.flatMap((top) =>
    language === "python" ? readStatements(source, top) : readJavascript(source, top),
  );
  const run = new Interpreter(language);
  const frame = run.frameOf(null, true);
  const exported = startFile(run, frame);
  try {
    run.execute(statements, frame);
  } finally {
    exported();
    reading.candidates = findHandlers(run, frame);
  }
  const named = handlerName === undefined ? null : findNamed(run, frame, handlerName);
  if (handlerName !== undefined && named === null) {
    reading.tell("handler-not-found", null, handlerName);
    return;
  }
  const chosen = named ?? reading.candidates[0];
  if (chosen === undefined) reading.tell("no-handler", null);
  else readChosen(reading, run, chosen);
}

/** Where a file of CommonJS exports from; gives what takes over what was exported there. */
function startFile(run: Interpreter, frame: Frame): () => void {
  if (run.language !== "javascript") return () => {};
  const exports = run.newDict();
  const module = run.newDict({ entries: new Map([["exports", { value: exports, at: 0 }]]) });
  run.state?.names.set(`${frame.id}/exports`, exports);
  run.state?.names.set(`${frame.id}/module`, module);
  return () => {
    const replaced = module.kind === "dict" ? run.dictOf(module.id).entries.get("exports")?.value : undefined;
    const fromDefault = run.exports.get("default");
    for (const one of [exports, replaced, fromDefault]) {
      if (one?.kind === "dict")
        for (const [name, { value }] of run.dictOf(one.id).entries) run.exports.set(name, value);
      else if (one?.kind === "function" && one === replaced) run.exports.set("module.exports", one);
    }
  };
}

function readChosen(reading: Reading, run: Interpreter, { name, value }: Candidate): void {
  reading.handler = name;
  run.answers.length = 0;
  run.inputs.clear();
  const context: NativeValue = { kind: "native", path: ["context"], role: "context", sink: null };
  const callback: NativeValue = { kind: "native", path: ["callback"], role: "callback", sink: null };
  let comesBack = false;
  try {
    const result = run.callFunction(value, given(run.newDict({ isEvent: true }), context, callback));
    comesBack = result.kind !== "never";
  } finally {
    reading.takeInputs(run.inputs);
    reading.takeAnswers(readAnswers(run.answers), value.code.at, comesBack || run.answers.length > 0);
  }
}

/** A reading as it comes together. */
class Reading {
  candidates: readonly Candidate[] = [];
  handler: string | null = null;
  private outputs: readonly HandlerOutput[] = [];
  private inputs: readonly HandlerInput[] = [];
  private readonly problems: HandlerProblem[] = [];

  constructor(
    readonly text: string,
    readonly language: Language,
  ) {}

  tell(code: ProblemCode, at: number | null, name?: string): void {
    const line = at === null ? null : lineOf(this.text, at);
    if (this.problems.some((problem) => problem.code === code && problem.line === line)) return;
    this.problems.push({ code, message: say(code, this.language, line, name), line });
  }

  refuse(code: ProblemCode, at: number | null): HandlerReading {
    this.tell(code, at);
    return this.result();
  }

  takeInputs(inputs: ReadonlyMap<string, number>): void {
    this.inputs = [...inputs]
      .sort(([, left], [, right]) => left - right)
      .map(([name, at]) => ({ name, line: lineOf(this.text, at) }));
  }

  takeAnswers(returned: ReturnType<typeof readAnswers>, at: number, isAnything: boolean): void {
    const { outputs, openAt, notDictAt, unknownAt, eventAt } = returned;
    this.outputs = outputs.map(({ at: place, ...output }) => ({ ...output, line: lineOf(this.text, place) }));
    for (const place of openAt) this.tell("keys-not-known", place);
    for (const place of eventAt) this.tell("event-returned", place);
    for (const place of notDictAt) this.tell("not-a-dictionary", place);
    for (const place of unknownAt) this.tell("return-not-known", place);
    const isSilent = notDictAt.length + unknownAt.length + openAt.length + eventAt.length === 0;
    if (outputs.length === 0 && isSilent) this.tell(isAnything ? "returns-nothing" : "no-return", at);
  }

  result(): HandlerReading {
    const { language, handler, outputs, inputs, problems } = this;
    return { language, handlers: this.candidates.map(({ name }) => name), handler, outputs, inputs, problems };
  }
}
