/** How the files end that can be opened, as the `accept` of a file control. */
export const openableFiles = [
  ".json",
  "application/json",
  ...[".yaml", ".yml", ".template", ".tf", ".tftpl", ".tfstate", ".ipynb", ".txt", ".log", ".zip"],
].join(",");
