/** Expressions of Python, printed as `ruff format` prints them: on one line of 88 columns, or broken at every comma. */

export type Expr = string | Call | Many | Chain;

interface Call {
  readonly kind: "call";
  readonly of: string;
  readonly args: readonly Argument[];
}
/** A value, or a name and a value. */
export type Argument = Expr | readonly [name: string, value: Expr];

interface Many {
  readonly kind: "list" | "dict";
  /** Of a list the values, of a dictionary key and value. */
  readonly items: readonly (readonly [key: string | null, value: Expr])[];
}

/** `train.properties.FinalMetricDataList["auc"].Value`: it can be broken in its brackets. */
interface Chain {
  readonly kind: "chain";
  /** What stands outside of brackets, and the keys between. */
  readonly outside: readonly string[];
  readonly keys: readonly string[];
}

export function call(of: string, ...args: readonly (Argument | null)[]): Expr {
  return { kind: "call", of, args: args.filter((one) => one !== null) };
}

export function list(values: readonly Expr[]): Expr {
  return { kind: "list", items: values.map((value) => [null, value] as const) };
}

export function dict(items: readonly (readonly [key: string, value: Expr])[]): Expr {
  return { kind: "dict", items };
}

export function chain(outside: readonly string[], keys: readonly string[]): Expr {
  return keys.length === 0 ? (outside[0] ?? "") : { kind: "chain", outside, keys };
}

const width = 88;
const step = "    ";

/** Prints what follows `before` on a line that is indented by `margin`, with `after` behind it. */
export function print(expr: Expr, margin = "", before = "", after = ""): string {
  const flat = onOneLine(expr);
  if (typeof expr === "string" || length(margin + before + flat + after) <= width) return flat;
  if (expr.kind === "chain") return brokenChain(expr, margin, before, after);
  const [open, close, items] = parts(expr);
  if (items.length === 0) return flat;
  const inner = margin + step;
  const lines = items.map(([key, value]) => `${inner}${key}${print(value, inner, key, ",")},\n`);
  return `${open}\n${lines.join("")}${margin}${close}`;
}

function parts(expr: Call | Many): readonly [open: string, close: string, items: readonly (readonly [string, Expr])[]] {
  if (expr.kind === "call") {
    return [`${expr.of}(`, ")", expr.args.map((arg) => (isNamed(arg) ? [`${arg[0]}=`, arg[1]] : ["", arg]))];
  }
  const items = expr.items.map(([key, value]) => [key === null ? "" : `${key}: `, value] as const);
  return expr.kind === "list" ? ["[", "]", items] : ["{", "}", items];
}

function isNamed(arg: Argument): arg is readonly [name: string, value: Expr] {
  return Array.isArray(arg);
}

function onOneLine(expr: Expr): string {
  if (typeof expr === "string") return expr;
  if (expr.kind === "chain") {
    return expr.outside.map((text, index) => (index === 0 ? text : `[${expr.keys[index - 1]}]${text}`)).join("");
  }
  const [open, close, items] = parts(expr);
  return `${open}${items.map(([key, value]) => key + onOneLine(value)).join(", ")}${close}`;
}

/** Each bracket breaks that the line would not reach the next one from. */
function brokenChain({ outside, keys }: Chain, margin: string, before: string, after: string): string {
  let printed = outside[0] ?? "";
  let line = margin + before + printed;
  for (const [index, key] of keys.entries()) {
    const isLast = index === keys.length - 1;
    const next = outside[index + 1] ?? "";
    const reaches = length(`${line}[${key}]${next}${isLast ? after : "["}`) <= width;
    const put = reaches ? `[${key}]${next}` : `[\n${margin}${step}${key}\n${margin}]${next}`;
    printed += put;
    line = reaches ? line + put : `${margin}]${next}`;
  }
  return printed;
}

/** In columns: ruff counts a wide sign of East Asia as two. */
function length(text: string): number {
  let columns = 0;
  for (const sign of text) columns += width2.test(sign) ? 2 : /\p{M}/u.test(sign) ? 0 : 1;
  return columns;
}
const width2 =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u;
