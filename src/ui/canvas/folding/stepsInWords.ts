/** How many steps are folded away. */
export function stepsInWords(count: number): string {
  return `${count} ${count === 1 ? "step" : "steps"}`;
}
