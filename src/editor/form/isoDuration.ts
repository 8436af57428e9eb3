const parts = /^P?(?=[\dT])(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/i;
const units = ["year", "month", "week", "day", "hour", "minute", "second"];

/** An ISO 8601 duration as people say it: `P30D` → "30 days", `P4DT12H` → "4 days 12 hours"; "" for what is none. */
export function isoDurationInWords(text: string): string {
  const counts = parts.exec(text.trim())?.slice(1) ?? [];
  return units
    .flatMap((unit, index) => {
      const count = Number(counts[index] ?? 0);
      return count === 0 ? [] : [`${count} ${unit}${count === 1 ? "" : "s"}`];
    })
    .join(" ");
}

/** What people say as an ISO 8601 duration: "30 days" → `P30D`, "1 day 12 hours" → `P1DT12H`; null for what says none. */
export function isoDurationFromWords(text: string): string | null {
  const words = text.toLowerCase().match(/\d+|[a-z]+|[^\s,\da-z]/g) ?? [];
  const tokens = words.filter((word) => word !== "and");
  const counts = new Map<string, number>();
  for (let at = 0; at < tokens.length; at += 2) {
    const count = tokens[at] ?? "";
    const unit = units.find((name) => tokens[at + 1] === name || tokens[at + 1] === `${name}s`);
    if (unit === undefined || !/^\d{1,6}$/.test(count)) return null;
    counts.set(unit, (counts.get(unit) ?? 0) + Number(count));
  }
  if (counts.size === 0) return null;
  const part = (names: readonly string[]) =>
    names.map((unit) => (counts.has(unit) ? `${counts.get(unit)}${unit.charAt(0).toUpperCase()}` : "")).join("");
  const time = part(units.slice(4));
  return `P${part(units.slice(0, 4))}${time === "" ? "" : `T${time}`}`;
}
