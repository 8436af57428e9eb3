import type { Told } from "../../viewer/told";
import { escaped } from "../canvas/marks";

/** What the build made of the viewer. */
export interface Built {
  readonly script: string;
  readonly style: string;
  readonly policy: string;
}

/** The viewer's one file: the picture stands in it, so that it can be seen before a script runs and without one. */
export function pageOf(name: string, picture: string, told: Told, { script, style, policy }: Built): string {
  const steps = told.steps.length === 1 ? "1 step" : `${told.steps.length} steps`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<link rel="icon" href="data:,">
<title>${escaped(name)}</title>
<style>${style}</style>
</head>
<body>
<header><h1>${escaped(name)}</h1><p>Amazon SageMaker pipeline, ${steps}. Drag to move, scroll to zoom.</p></header>
<nav id="outline" aria-label="Steps"></nav>
<main id="picture" aria-label="The pipeline, drawn">
${picture}<div id="zoom"></div>
</main>
<aside id="details" tabindex="0" aria-label="Details" aria-live="polite"></aside>
<script type="application/json" id="told">${asData(told)}</script>
<script>${script}</script>
</body>
</html>
`;
}

/** JSON that no text in it can end early: HTML reads \`</script\` and \`<!--\` before JSON does. */
function asData(told: Told): string {
  return JSON.stringify(told).replace(
    /[<>\u2028\u2029]/g,
    (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
