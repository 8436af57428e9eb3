/** How the files end in which a definition may be found. */
const endings = ["json", "yaml", "yml", "template", "tf", "tftpl", "tfstate", "ipynb", "md", "markdown", "txt", "log"];
const ending = new RegExp(`\\.(${endings.join("|")})$`, "i");

/** The files that can be opened, as the `accept` of a file control. */
export const openableFiles = [...endings.map((one) => `.${one}`), ".zip", "application/json"].join(",");

/** Whether a file of a folder is looked into: no picture or program, and nothing in the folders that tools fill. */
export function mayHoldDefinition(path: string): boolean {
  return ending.test(path) && !/(^|\/)(node_modules|site-packages|__MACOSX|__pycache__|\.[^/.][^/]*)\//.test(path);
}
