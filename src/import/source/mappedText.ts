/** A text that was taken out of a file, such as a definition out of a JSON string, and where each character of it stands there. */
export interface MappedText {
  readonly text: string;
  /** The offset in the file of an offset in the text. */
  readonly offsetOf: (at: number) => number;
}

/** A whole file, or a part of one that stands in it as it is. */
export function asItStands(text: string, from = 0): MappedText {
  return { text, offsetOf: (at) => from + at };
}

/** A text that was taken out of a text that was taken out. */
export function within(outer: MappedText, inner: MappedText): MappedText {
  return { text: inner.text, offsetOf: (at) => outer.offsetOf(inner.offsetOf(at)) };
}

/** Puts a text together of parts that stand in different places. */
export class MappedParts {
  private text = "";
  private readonly starts: number[] = [];
  private readonly parts: MappedText["offsetOf"][] = [];

  /** What stands in the file. */
  add(part: MappedText): void {
    if (part.text === "") return;
    this.starts.push(this.text.length);
    this.parts.push(part.offsetOf);
    this.text += part.text;
  }

  /** What is written for something that stands at an offset. */
  put(text: string, offset: number): void {
    this.add({ text, offsetOf: () => offset });
  }

  done(): MappedText {
    const { starts, parts } = this;
    return {
      text: this.text,
      offsetOf(at) {
        const index = Math.max(0, lastAtMost(starts, at));
        return parts[index]?.(at - (starts[index] ?? 0)) ?? 0;
      },
    };
  }
}

/** The index of the last of rising numbers that is not above another; -1 where all are. */
function lastAtMost(rising: readonly number[], most: number): number {
  let low = 0;
  let high = rising.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rising[middle] ?? 0) <= most) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
