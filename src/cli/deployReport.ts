/** The plan of a deploy as a person reads it in a terminal; the words are those of the page. */
import type { Finding, Preflight } from "../contract/account";
import type { Plan } from "../contract/deploy";
import { askedInWords } from "../contract/preflightWords";
import type { ReportedProblem } from "../contract/problem";
import { type Target, targetLabel } from "../contract/target";
import type { FieldChange, ItemChange } from "../pipeline/compare/changes";
import {
  besideChanges,
  lastFromHereInWords,
  type PlacedChange,
  planInWords,
  sensitiveChanges,
  takenBackChanges,
} from "../pipeline/compare/planWords";
import { plainText } from "../pipeline/definition/plainText";
import { fieldLine, itemLines } from "./diffReport";
import { count, paint, type Terminal } from "./terminal";

interface Told {
  readonly target: Target;
  readonly plan: Plan;
  readonly preflight: Preflight | null;
  readonly leftBehind: readonly string[];
}

export function deployReport({ target, plan, preflight, leftBehind }: Told, terminal: Terminal): string {
  const section = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : ["", paint(terminal, "bold", title), ...lines];
  const isNew = plan.kind === "create";
  const items = (list: readonly ItemChange[]) =>
    list.flatMap((item) => itemLines(isNew ? { ...item, fields: [] } : item, terminal));
  const { drift, upload, order } = plan;
  const rest: readonly FieldChange[] =
    order === null ? plan.definition : [...plan.definition, { path: "Steps", ...order, sensitive: false }];
  const parts = [
    [`${targetLabel(target)}: ${plainText(planInWords(plan))}`],
    plan.deployed === null ? [] : [lastFromHereInWords(plan, (moment) => new Date(moment).toLocaleString("en"))],
    upload === null ? [] : [`It goes through s3://${upload.bucket ?? "?"}/${upload.key}.`],
    section(
      "Still of another side",
      leftBehind.map((sentence) => `  ! ${plainText(sentence)}`),
    ),
    drift === null
      ? []
      : section("Changed there by someone else, and undone by this", [
          ...takenBackChanges(drift).map(placedLine),
          ...drift.contested.map(
            ({ step, field }) => `  ${plainText(`${step ?? ""} ${field}`.trim())}: changed there and here`,
          ),
        ]),
    preflight === null ? [] : section("In the account", preflight.findings.flatMap(findingLine)),
    section("Security-relevant", sensitiveChanges(plan).map(placedLine)),
    section("Steps", items(plan.steps)),
    section("Parameters", items(plan.parameters)),
    section("Beside the definition", besideChanges(plan).map(placedLine)),
    section("The rest of the definition", rest.map(fieldLine)),
    plan.kind === "none" ? [] : ["", `Plan ${plan.fingerprint}`],
  ];
  return `${parts.flat().join("\n")}\n`;
}

/** What is in order needs no line. */
function findingLine(finding: Finding): readonly string[] {
  if (finding.answer === "yes") return [];
  const sign = finding.answer === "no" ? "✗" : "?";
  return [`  ${sign} ${plainText(`${askedInWords(finding)} ${finding.why ?? ""}`.trim())}`];
}

function placedLine({ where, ...field }: PlacedChange): string {
  return fieldLine(where === null ? field : { ...field, path: `${where} ${field.path}`.trim() });
}

export function problemsReport(errors: readonly ReportedProblem[]): string {
  const lines = errors.map(
    ({ step, message, code }) => `  ${step === null ? "" : `${plainText(step)}: `}${plainText(message)}  ${code}`,
  );
  return `stepwire: ${count(errors.length, "error")} ${errors.length === 1 ? "stops" : "stop"} the deploy. Nothing was written.\n${lines.join("\n")}\n`;
}
