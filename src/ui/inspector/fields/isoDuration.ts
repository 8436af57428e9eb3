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
