import type { AppError } from "./appError";

/** Someone wrote between the last look and the write; it was not in the plan, and it is not lost. */
export function overInWords(name: string, over: readonly number[]): string {
  const [first] = over;
  const versions = over.length === 1 ? `version ${first}` : `versions ${over.join(", ")}`;
  const one = `aws sagemaker describe-pipeline --pipeline-name ${name} --pipeline-version-id ${first}`;
  return `Someone else deployed ${versions} of ${name} in the same moment, and yours now stands over it. To see what it was: ${one}`;
}

/** Tags have calls of their own, after the deploy. */
export function tagsFailedInWords(name: string, { message }: AppError): string {
  return `${name} is deployed, but its tags are not as planned: ${message} Deploy again to set them.`;
}
