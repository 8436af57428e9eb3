/** The tokens of a JSON text: what a person would compare by eye, texts decoded, numbers as written. */
export function tokens(text: string): string[] {
  return (text.match(/"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*|true|false|null|[{}[\],:]/g) ?? []).map((token) =>
    token.startsWith('"') ? JSON.stringify(JSON.parse(token)) : token,
  );
}
