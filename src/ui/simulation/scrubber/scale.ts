/** What a slider goes over. */
export interface Scale {
  readonly from: number;
  readonly to: number;
  readonly step: number;
}

/**
 * A scale on which all of these numbers lie, with room on both sides and steps of a round size: a share stays between 0 and 1, what is never
 * negative does not become so.
 */
export function scaleOf(numbers: readonly number[], isInteger: boolean): Scale {
  const least = Math.min(...numbers);
  const most = Math.max(...numbers);
  if (!isInteger && least >= 0 && most <= 1) return { from: 0, to: 1, step: 0.01 };
  const room = (most - least || Math.max(Math.abs(most), 1)) / 2;
  const step = isInteger ? Math.max(1, Math.round(roundSize((2 * room) / 50))) : roundSize((2 * room) / 100);
  const from = least >= 0 ? Math.max(0, least - room) : least - room;
  return {
    from: printable(Math.floor(from / step) * step),
    to: printable(Math.ceil((most + room) / step) * step),
    step,
  };
}

/** The number that a slider's position means: the place of a flip lies exactly under it, however odd it is. */
export function snapped(position: number, { step }: Scale, flips: readonly number[]): number {
  const near = flips.find((flip) => Math.abs(flip - position) < step / 2);
  return near ?? printable(position);
}

/** How far along the scale, from 0 to 1. */
export function shareOf(number: number, { from, to }: Scale): number {
  return Math.min(1, Math.max(0, (number - from) / (to - from)));
}

/** 1, 2 or 5 times a power of ten. */
function roundSize(size: number): number {
  const power = 10 ** Math.floor(Math.log10(size));
  const factor = [1, 2, 5].find((candidate) => candidate * power >= size * 0.999) ?? 10;
  return printable(factor * power);
}

/** Without what binary fractions leave behind the last digit: 0.3, not 0.30000000000000004. */
function printable(number: number): number {
  return Number(number.toPrecision(12));
}
