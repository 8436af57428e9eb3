import { Fragment } from "react";

/** A path that may go on in the next line behind each of its parts. */
export function Breakable({ text }: { readonly text: string }) {
  return text.split(/(?<=\.|\](?!\.))/).map((part, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: parts have no identity but their place
    <Fragment key={index}>
      {index > 0 && <wbr />}
      {part}
    </Fragment>
  ));
}
