const jsonNumber = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/** The text of a number, for one that JavaScript would print differently (`2.0`, `1e5`, 20 digits). As a number it is the nearest double. */
export class LosslessNumber {
  readonly value: string;

  /** Throws where `value` is not a number in JSON's grammar (RFC 8259, 6): what is printed must be read again. */
  constructor(value: string) {
    if (!jsonNumber.test(value)) throw new Error(`${JSON.stringify(value)} is no number.`);
    this.value = value;
  }

  valueOf(): number {
    return Number(this.value);
  }

  toString(): string {
    return this.value;
  }
}
