import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { UsageError } from "./usageError";

/** The built page: beside the built command line, or in `dist` when the sources run. */
export function pageFolder(from = import.meta.url): string {
  let folder = dirname(fileURLToPath(from));
  for (;;) {
    for (const candidate of [join(folder, "page"), join(folder, "dist", "page")]) {
      if (existsSync(join(candidate, "index.html"))) return candidate;
    }
    if (dirname(folder) === folder) throw new UsageError("The page is not built yet. Run `npm run build` first.");
    folder = dirname(folder);
  }
}
