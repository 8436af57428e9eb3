/** Moments and durations as people read them. */

const sameDay = new Intl.DateTimeFormat("en", { hour: "2-digit", minute: "2-digit", second: "2-digit", hour12: false });
const otherDay = new Intl.DateTimeFormat("en", {
  day: "numeric",
  month: "short",
  hour: "2-digit",
  minute: "2-digit",
  hour12: false,
});

/** `14:02:31` today, else `3 Nov, 14:02`; "" where the moment is not known. */
export function momentWords(moment: string | null, now: Date): string {
  if (moment === null) return "";
  const at = new Date(moment);
  if (Number.isNaN(at.getTime())) return moment;
  return (at.toDateString() === now.toDateString() ? sameDay : otherDay).format(at);
}

const inFull = new Intl.DateTimeFormat("sv", { dateStyle: "short", timeStyle: "medium" });

/** `2026-11-29 14:02:31`, in the person's own time zone; "" where the moment is not known. */
export function absoluteMoment(moment: string | null): string {
  const at = moment === null ? Number.NaN : Date.parse(moment);
  return Number.isNaN(at) ? (moment ?? "") : inFull.format(at);
}
