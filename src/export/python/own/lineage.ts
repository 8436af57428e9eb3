import { lookup } from "../../../pipeline/definition/byName";
import { get, isList, isObject, text, type Value } from "../../../pipeline/definition/value";
import { type Argument, call, type Expr, list } from "../layout";
import type { OwnClass, Writing } from "../sdk";
import { hasKeys } from "../stepParts";
import { filled, Keywords } from "./operands";

interface Kind {
  readonly of: "Action" | "Artifact" | "Context";
  readonly argument: string;
  readonly sourceType: boolean;
}
const kinds: Readonly<Record<string, Kind>> = {
  Actions: { of: "Action", argument: "actions", sourceType: true },
  Artifacts: { of: "Artifact", argument: "artifacts", sourceType: false },
  Contexts: { of: "Context", argument: "contexts", sourceType: true },
};

/** What is recorded of a run; the two versions take the same. */
export const lineage: OwnClass = {
  takes: [],
  properties: (_, tokens) => {
    const [root, key] = tokens;
    const isMap = root?.kind === "member" && /^(Action|Artifact|Context)Arns$/.test(root.text);
    return tokens.length === 2 && isMap && key?.kind === "key" ? tokens : null;
  },
  write({ args }, writing) {
    if (!hasKeys(args, "Actions?", "Artifacts?", "Contexts?", "Associations?")) return null;
    const say = new Keywords();
    for (const [key, kind] of Object.entries(kinds)) {
      say.may(kind.argument, get(args, key), (value) => each(value, (item) => entity(item, kind, writing)));
    }
    say.may("associations", get(args, "Associations"), (value) =>
      each(value, (item) => association(item, args, writing)),
    );
    return say.fits && say.args.length > 0 ? { of: "LineageStep", args: say.args } : null;
  },
};

function each(value: Value, write: (item: Value) => Expr | null): Expr | null {
  if (!isList(value) || value.length === 0) return null;
  const written = value.map(write);
  return written.every((item) => item !== null) ? list(written) : null;
}

function entity(value: Value, { of, sourceType }: Kind, writing: Writing): Expr | null {
  const [name, type, source] = [`${of}Name`, `${of}Type`, get(value, "Source")];
  if (!hasKeys(value, name, "Source", type) || !hasKeys(source, "SourceUri", ...(sourceType ? ["SourceType?"] : [])))
    return null;
  const say = new Keywords();
  const put = (argument: string, member: Value | undefined) =>
    say.may(argument, member, (found) => filled(found, writing));
  put(`${of.toLowerCase()}_name`, get(value, name));
  put("source_uri", get(source, "SourceUri"));
  put("source_type", get(source, "SourceType"));
  put(`${of.toLowerCase()}_type`, get(value, type));
  return say.fits ? call(`${writing.use(of)}.create`, ...say.args, session) : null;
}
const session: Argument = ["sagemaker_session", "session"];

function association(value: Value, args: Value, writing: Writing): Expr | null {
  if (!hasKeys(value, "Source", "Destination", "AssociationType?")) return null;
  const say = new Keywords();
  say.must("source", end(get(value, "Source"), args, writing));
  say.must("destination", end(get(value, "Destination"), args, writing));
  say.may("association_type", get(value, "AssociationType"), (type) => filled(type, writing));
  return say.fits ? writing.make("LineageAssociation", ...say.args) : null;
}

/** One that is there, or one of the same step: the SDK looks whether that makes one of the name. */
function end(value: Value | undefined, args: Value, writing: Writing): Expr | null {
  const say = new Keywords();
  if (hasKeys(value, "Arn")) {
    say.must("arn", filled(get(value, "Arn") ?? null, writing));
  } else if (hasKeys(value, "Name", "Type")) {
    const [name, type] = [get(value, "Name"), text(get(value, "Type"))];
    const made = get(args, `${type}s`);
    const isMade = isList(made) && made.some((item) => get(item, `${type}Name`) === name);
    say.must("name", (isMade || isObject(name)) && name !== undefined ? filled(name, writing) : null);
    say.must("type", lookup(kinds, `${type}s`) === undefined ? null : `"${type}"`);
  } else return null;
  return say.fits ? writing.make("LineageEntityReference", ...say.args) : null;
}
