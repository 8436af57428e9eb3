/** `$${` is how a template writes the text `${`. */
import { lookup } from "../../pipeline/definition/byName";
export function withoutEscapedHoles(text: string): string {
  return text.replace(/\$\$\{/g, "$${").replace(/%%\{/g, "%{");
}

const simple: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", '"': '"', "\\": "\\" };

/** What a quoted text with HCL's escapes means. */
export function unescaped(code: string): string {
  return code.replace(
    /\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([nrt"\\]))/g,
    (whole, four: string | undefined, eight: string | undefined, one: string = "") => {
      const point = Number.parseInt(four ?? eight ?? "", 16);
      if (Number.isNaN(point)) return lookup(simple, one) ?? whole;
      return point > 0x10ffff ? whole : String.fromCodePoint(point);
    },
  );
}
