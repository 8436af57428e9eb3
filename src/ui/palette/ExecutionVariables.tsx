export function ExecutionVariables() {
  return null;
}
