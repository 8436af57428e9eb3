import "./KindBadge.css";

/** What kind of thing it is, behind its name. */
export const KindBadge = ({ kind }: { readonly kind: string }) => <span className="sw-kind">{kind}</span>;
