/**
 * The built page for a window of VS Code: its files are where VS Code gives them out, and a policy lets it have those and nothing else.
 * `source` is what VS Code calls that place in a policy.
 */
export function pageHtml(built: string, folder: string, source: string): string {
  const policy = [
    "default-src 'none'",
    `script-src ${source}`,
    `style-src ${source}`,
    `img-src ${source} data: blob:`,
    `font-src ${source} data:`,
    // The layout's worker is started from a copy of its own file.
    `connect-src ${source}`,
    "worker-src blob:",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types stepwire-worker",
  ].join("; ");
  return (
    built
      // The icon is the tab's, which is VS Code's; nothing is fetched ahead, for nothing comes from afar.
      .replace(/\s*<link rel="icon"[^>]*>/, "")
      .replace(/\s*<meta name="stepwire-parts"[^>]*>/, "")
      .replace(/ (src|href)="\.\//g, (_, name: string) => ` ${name}="${folder}/`)
      .replace("<head>", () => `<head>\n    <meta http-equiv="Content-Security-Policy" content="${policy}" />`)
  );
}
