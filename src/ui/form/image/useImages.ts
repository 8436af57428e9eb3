import { useEffect, useState } from "react";
import { loadPart } from "../../../editor/session/loadPart";
import type * as Images from "../../../pipeline/images";

export type LoadedImages = typeof Images & { readonly table: Images.ImageTable };

let loading: Promise<LoadedImages> | null = null;

/** AWS's table of images, which comes with the first field that asks for it; null until then. */
export function useImages(): LoadedImages | null {
  const [loaded, setLoaded] = useState<LoadedImages | null>(null);
  useEffect(() => {
    loading ??= loadPart(() => import("../../../pipeline/images")).then((images) => ({
      ...images,
      table: images.unpackTable(),
    }));
    let isGone = false;
    void loading.then((images) => {
      if (!isGone) setLoaded(images);
    });
    return () => {
      isGone = true;
    };
  }, []);
  return loaded;
}
