type Attributes = Readonly<Record<string, string>>;

/** An element of the page; texts in it stay texts. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Attributes,
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

/** A button that does something when it is pressed. */
export function button(label: string | Node, attributes: Attributes, press: () => void): HTMLButtonElement {
  const made = element("button", { type: "button", ...attributes }, label);
  made.addEventListener("click", press);
  return made;
}

/** What the page itself is made with; its absence is a bug. */
export function found<Kind extends Element>(selector: string, kind: new () => Kind): Kind {
  const one = document.querySelector(selector);
  if (one instanceof kind) return one;
  throw new Error(`The page has no ${selector}.`);
}
