/** `0.4 s`, `12 s`, `3 min 5 s`, `2 h 4 min`; "" while one end is not known. */
export function durationWords(from: string | null, to: string | null): string {
  return from === null || to === null ? "" : spanWords(Date.parse(to) - Date.parse(from));
}

/** Of so many milliseconds. */
export function spanWords(milliseconds: number): string {
  const seconds = milliseconds / 1000;
  if (!Number.isFinite(seconds) || seconds < 0) return "";
  if (seconds < 9.95) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  const minutes = Math.floor(whole / 60);
  if (minutes < 60) return `${minutes} min ${whole % 60} s`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
