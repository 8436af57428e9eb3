import type { Reference } from "../../pipeline/references/read";
import type { ApiModel, Shape } from "../../pipeline/schema/model";
import { chain, type Expr } from "./layout";
import type { Token, Writing } from "./sdk";
import { quoted } from "./text";

type StepReference = Extract<Reference, { readonly kind: "step" | "currentItem" | "iterationOutput" }>;

/**
 * A property of a step by attribute, `train.properties.ModelArtifacts.S3ModelArtifacts`, where the SDK has one of that name and writes
 * the same path; else by its path. Null where the SDK has no words for it.
 */
export function propertyOf(path: string, reference: StepReference, program: Writing): Expr | null {
  if (reference.kind === "currentItem") {
    const tokens = tokensOf(path.slice("ForEach.CurrentItem".length));
    if (program.sdk.modules.CurrentItem === undefined || tokens?.every(mayFollow) !== true) return null;
    return attributes(`${program.use("CurrentItem")}()`, tokens);
  }
  const { step, property } = reference;
  const variable = program.variables.get(step);
  const tokens = tokensOf(property.startsWith("[") ? property : `.${property}`);
  if (reference.kind === "iterationOutput") {
    if (program.sdk.modules.IterationOutput === undefined || variable === undefined) return null;
    return tokens?.every(mayFollow) === true
      ? attributes(`${program.use("IterationOutput")}(${variable})`, tokens)
      : null;
  }
  const there = program.steps.get(step);
  if (there === undefined || property === "") return null;
  if (variable !== undefined && tokens !== null) {
    const own = program.isOwn(step) ? program.sdk.own[there.type]?.properties?.(there, tokens) : undefined;
    const said = own ?? (own === undefined && isMember(program, there.type, tokens) ? tokens : null);
    if (said !== null) return attributes(`${variable}.properties`, said);
  }
  if (`Steps.${step}.${property}` !== path) return null;
  return program.make("Properties", ["step_name", quoted(step)], ["path", quoted(property)]);
}

/** Null where the text holds something else. */
function tokensOf(text: string): readonly Token[] | null {
  const tokens: Token[] = [];
  const one = /\.([A-Za-z_]\w*)|\[(0|[1-9]\d*)\]|\['([^']*)'\]/y;
  while (one.lastIndex < text.length) {
    const found = one.exec(text);
    if (found === null) return null;
    const [, member, index, key] = found;
    tokens.push({
      kind: member !== undefined ? "member" : index !== undefined ? "index" : "key",
      text: member ?? index ?? key ?? "",
    });
  }
  return tokens;
}

/** What an attribute of a reference may be called: none of those that it has itself, no word of Python. */
function mayFollow({ kind, text }: Token): boolean {
  return (
    kind !== "member" ||
    !/^(_.*|expr|to_string|and|as|class|def|del|for|from|if|in|is|not|or|pass|None|True|False)$/.test(text)
  );
}

function attributes(root: string, tokens: readonly Token[]): Expr {
  const outside = [root];
  const keys: string[] = [];
  for (const { kind, text } of tokens) {
    if (kind === "member") outside.push(`${outside.pop()}.${text}`);
    else {
      keys.push(kind === "index" ? text : quoted(text));
      outside.push("");
    }
  }
  return chain(outside, keys);
}

/** True where the SDK's `Properties` of that type have it: they are made of the same shapes of the API. */
function isMember({ sdk, models }: Writing, type: string, tokens: readonly Token[]): boolean {
  const model = models.get(type);
  if (model === undefined || model.response === null || sdk.shapes[type] === undefined) return false;
  // The class of the SDK puts these together; the API does not know them.
  if (tokens[0]?.text === "BestCandidateProperties") return false;
  let shape: Shape | undefined = model.shapes[model.response];
  for (const [index, { kind, text }] of tokens.entries()) {
    const next = shape === undefined ? null : inside(model, shape, kind, text);
    if (next === null) return false;
    shape = next;
    // Of the elements of a list the SDK makes properties, but none of lists in lists.
    if (kind !== "member" && index < tokens.length - 1 && shape.kind !== "structure") return false;
  }
  return true;
}

function inside(model: ApiModel, shape: Shape, kind: Token["kind"], text: string): Shape | null {
  if (shape.kind === "structure" && kind === "member") {
    const member = shape.members.find(({ name }) => name === text);
    return member === undefined ? null : (model.shapes[member.shape] ?? null);
  }
  if (shape.kind === "list" && kind !== "member") return model.shapes[shape.of] ?? null;
  return shape.kind === "map" && kind === "key" ? (model.shapes[shape.of] ?? null) : null;
}
