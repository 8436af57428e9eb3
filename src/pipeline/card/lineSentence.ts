import { printPath } from "../definition/path";
import { shortOutputName } from "../references/propertyPath";
import { type Line, triggerLabel } from "./lines";

/** What a line means, as a sentence: `Train reads train_path of Preprocess in InputDataConfig[0].DataSource.S3DataSource.S3Uri.` */
export function lineSentence({ from, to, reason }: Line): string {
  switch (reason.kind) {
    case "data":
      return `${to} reads ${shortOutputName(reason.output)} of ${from} in ${printPath(reason.path).replace(/^Arguments\.?/, "")}.`;
    case "order":
      return `${to} waits for ${from} and runs ${triggerLabel(reason.trigger) || "on success"}.`;
    default:
      return `${to} lies in ${reason.label} of ${from}.`;
  }
}
