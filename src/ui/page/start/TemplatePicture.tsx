import "./TemplatePicture.css";

const looks = ["light", "dark"] as const;

/** A template as its picture on the canvas; of the two, the page's look shows one, and only that one is fetched. */
export function TemplatePicture({ id }: { readonly id: string }) {
  return looks.map((look) => (
    <img
      key={look}
      className={`sw-template-picture sw-template-picture-${look}`}
      src={`templates/${id}-${look}.svg`}
      alt=""
      loading="lazy"
    />
  ));
}
