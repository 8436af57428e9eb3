export function ExecutionsPanel() {
  return null;
}
