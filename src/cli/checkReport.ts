import type { CheckFormat } from "./report/formats";
import type { CheckReport } from "./report/report";
import type { Terminal } from "./terminal";

/** The report as a form has it, each in a file of its own, loaded when it is asked for. */
export async function writeReport(format: CheckFormat, report: CheckReport, terminal: Terminal): Promise<string> {
  switch (format) {
    case "json":
      return (await import("./report/json")).asJson(report);
    case "github":
      return (await import("./report/github")).asAnnotations(report);
    case "sarif":
      return (await import("./report/sarif")).asSarif(report);
    case "junit":
      return (await import("./report/junit")).asJunit(report);
    default:
      return (await import("./checkText")).asText(report, terminal);
  }
}
