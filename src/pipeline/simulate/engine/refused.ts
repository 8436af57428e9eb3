/** What a simulation says above all else of a definition with errors: its steps are followed, but none of them would ever run. */
export function refusedWords(errors: number): string {
  return `SageMaker would refuse this: ${errors} ${errors === 1 ? "error" : "errors"}`;
}
