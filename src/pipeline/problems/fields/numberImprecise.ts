import { lastName, type Path, printPath } from "../../definition/path";
import { get, keys, LosslessNumber, type Value, walk } from "../../definition/value";
import type { Finding, Rule } from "../problem";

export const numberImprecise: Rule = {
  code: "number-imprecise",
  severity: "warning",
  why: "Readers of JSON take numbers as doubles: beyond 17 digits, 2^53 or 1.8e308 they read another number than stands there (RFC 8259, section 6). The text is kept as it is.",
  looksAt: ["others"],
  checkField({ value, at, entry }, report) {
    const read = otherwiseRead(value);
    if (read !== null) report({ message: sentence(`${lastName(at)} of ${entry.name}`, value, read) });
  },
  checkDefinition({ definition }) {
    return keys(definition)
      .filter((key) => key !== "Steps")
      .flatMap((key) => findingsIn(get(definition, key) ?? null, key));
  },
};

function findingsIn(value: Value, key: string): Finding[] {
  const found: Finding[] = [];
  const visit = (inner: Value, at: Path) => {
    const read = otherwiseRead(inner);
    if (read !== null) found.push({ step: null, at, message: sentence(printPath(at), inner, read) });
  };
  walk(value, visit, [key]);
  return found;
}

/** What is read in place of a number that no double can hold; null where it is held, or is no number. */
function otherwiseRead(value: Value): string | null {
  if (!(value instanceof LosslessNumber)) return null;
  const said = value.value;
  const read = String(Number(said));
  const [meant, held] = [digitsOf(said), digitsOf(read)];
  if (meant === held) return null;
  // A double that is printed with 17 digits reads back as itself.
  const isDouble = meant.replace(/^-?|e.*/g, "").length <= 17 && /[.eE]/.test(said) && /^-?[1-9]/.test(held);
  return isDouble ? null : read;
}

/** One text for each value: its digits without zeros around them, and its power of ten. */
function digitsOf(said: string): string {
  const [, sign = "", whole = "", fraction = "", power = "0"] =
    /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(said) ?? [];
  if (whole === "") return said;
  const all = (whole + fraction).replace(/^0+/, "");
  const digits = trimmedEnd(all);
  return digits === "" ? "0" : `${sign}${digits}e${Number(power) - fraction.length + all.length - digits.length}`;
}

/** Without the zeros at the end, by a loop: a pattern for them would look at each zero from each one before it. */
function trimmedEnd(digits: string): string {
  let end = digits.length;
  while (digits[end - 1] === "0") end--;
  return digits.slice(0, end);
}

/** As many characters as fit a sentence. */
const most = 40;

function sentence(what: string, value: Value, read: string): string {
  const said = value instanceof LosslessNumber ? value.value : String(value);
  const shown = said.length > most ? `${said.slice(0, most)}…` : said;
  return `${what} is ${shown}, more than a number can hold: it may be read as ${read}. Write it with fewer digits, or as a text.`;
}
