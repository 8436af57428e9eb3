import "./KindBadge.css";

/** What kind of thing it is, behind its name. */
export function KindBadge({ kind }: { readonly kind: string }) {
  return <span className="sw-kind">{kind}</span>;
}
