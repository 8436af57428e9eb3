import type { ParameterType } from "../../../pipeline/definition/parameters";
import type { Path } from "../../../pipeline/definition/path";
import { getIn, isNumber, type Value } from "../../../pipeline/definition/value";
import { connect } from "../../../pipeline/edits/connect";
import { addParameter, nameForNewParameter } from "../../../pipeline/edits/parameters";
import { stepsByKey } from "../../../pipeline/graph/stepTree";
import { judgeWire } from "../../../pipeline/wiring/judge";
import { fieldKind } from "../../../pipeline/wiring/kinds";
import { capital } from "../../form/label";
import { scalarText } from "../../form/numberText";
import type { EditorState } from "../../session/editorState";
import { editing } from "../editing";
import { isThere } from "./fields";

interface LiteralArgs {
  readonly step: string;
  readonly path: Path;
  readonly label: string;
}

interface Planned {
  readonly name: string;
  readonly type: ParameterType;
  readonly value: Value;
}

/** Declares a parameter whose default is what stands in a field, and lets the field read it. */
export const makeParameter = editing<LiteralArgs>({
  id: "fields.makeParameter",
  group: "Fields",
  palette: false,
  label: (state, args) => {
    const planned = plan(state, args);
    return planned === null
      ? `Make ${args.label} of ${args.step} a parameter`
      : `Make ${args.label} of ${args.step} the parameter ${planned.name}`;
  },
  when: (state, args) => {
    const there = isThere(state, args);
    if (there !== true) return there;
    const planned = plan(state, args);
    if (planned === null) return `Type a value into ${args.label} first: it becomes the parameter’s default.`;
    const { name, type, value } = planned;
    const declared = addParameter(name, type, value)(state.document);
    const verdict = judgeWire(declared, state.models, { kind: "parameter", name }, args);
    return verdict.ok || verdict.reason;
  },
  recipe: (state, args) => (document) => {
    const planned = plan(state, args);
    if (planned === null) return document;
    const { name, type, value } = planned;
    return connect({ kind: "parameter", name }, args, state.models)(addParameter(name, type, value)(document));
  },
  done: (before, args) => `${capital(args.label)} of ${args.step} reads the new parameter ${plan(before, args)?.name}.`,
});

/** The parameter that a literal would become; null where none stands. */
function plan(state: EditorState, { step, path }: LiteralArgs): Planned | null {
  const value = getIn(stepsByKey(state.document.definition).get(step)?.step, path);
  if (!isLiteral(value)) return null;
  return {
    name: nameFor(state, step, path, value),
    type: typeOf(value, fieldKind(state.document, state.models, { step, path })),
    value,
  };
}

/** True for a text, a number or a boolean that is written in the definition. */
export function isLiteral(value: Value | undefined): value is Value {
  return (typeof value === "string" && value !== "") || isNumber(value) || typeof value === "boolean";
}

function typeOf(value: Value, kind: string): ParameterType {
  if (typeof value === "string") return "String";
  if (typeof value === "boolean") return "Boolean";
  if (kind === "float") return "Float";
  return /^-?\d+$/.test(scalarText(value) ?? "") ? "Integer" : "Float";
}

/** Called as the field is; where that name is taken, as the step and the field. A number that is compared with is a threshold. */
function nameFor({ document }: EditorState, step: string, path: Path, value: Value): string {
  const last = path.findLast((segment) => typeof segment === "string") ?? "";
  const field = isNumber(value) && /^(Left|Right|Query)Value$/.test(last) ? "Threshold" : inOneWord(last);
  const free = nameForNewParameter(document, field);
  return free === field ? field : nameForNewParameter(document, `${inOneWord(step)}${field}`);
}

/** `max_depth` → `MaxDepth`: a parameter's name is letters and digits. */
function inOneWord(text: string): string {
  const words = text.split(/[^A-Za-z0-9]+/).filter((word) => word !== "");
  const name = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
  return name === "" ? "Parameter" : name;
}
