/** What a notebook's output is given, as the JSON in it: `python/stepwire/_frame.py` writes it. */
export type Given =
  | { readonly kind: "show"; readonly name: string; readonly text: string }
  | { readonly kind: "check"; readonly name: string; readonly text: string }
  | { readonly kind: "diff"; readonly name: string; readonly before: string; readonly after: string };
