// AWS's documentation of shapes and members, from HTML in doc comments to plain text: paragraphs and list items on lines of their own.

/** `Shape` and `Shape.Member` → plain text, for the structures among the shapes; what is not documented is left out. */
export function documentationOf(shapes, declarations) {
  const texts = {};
  for (const [name, shape] of Object.entries(shapes)) {
    if (shape.kind !== "structure") continue;
    for (const key of [name, ...shape.members.map((member) => `${name}.${member.name}`)]) {
      const comment = declarations.comments.get(key);
      const text = comment === undefined ? "" : plainText(comment);
      if (text !== "") texts[key] = text;
    }
  }
  return texts;
}

const entities = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " " };

/** A raw doc comment as text. */
export function plainText(comment) {
  const lines = comment.split("\n").map((line) => line.replace(/^\s*\*+ ?/, ""));
  const end = lines.findIndex((line) => /^\s*@/.test(line));
  const html = (end < 0 ? lines : lines.slice(0, end)).join(" ");
  return html
    .replace(/\s+/g, " ")
    .replace(
      /<(note|important)>\s*(<p>)?/gi,
      (_, name) => `\n${name.toLowerCase() === "note" ? "Note" : "Important"}: `,
    )
    .replace(/<li>\s*(<p>)?/gi, "\n• ")
    .replace(/<dd>\s*(<p>)?/gi, "\n")
    .replace(/<\/?(p|ul|ol|dl|dt|dd|li|note|important|br)\s*\/?>/gi, "\n")
    .replace(/<\/?[a-z][^<>]*>/gi, "")
    .replace(/&(\w+);/g, (whole, name) => entities[name] ?? whole)
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .join("\n");
}
