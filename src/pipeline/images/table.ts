/**
 * AWS's own images. The table comes from PyPI's sagemaker-core (`scripts/images.mjs`), the one that AWS keeps well: each image that its
 * `image_uris.retrieve` gives, with the account that holds it in each region.
 */
import { tableText } from "./generated/table";

/** An image and what it is chosen by; "" where there is nothing to choose. */
export interface AwsImage {
  /** As the SDK calls it: "xgboost". */
  readonly framework: string;
  /** What it is for: "training", "inference", "processing"; several for one that is for all of these. */
  readonly uses: readonly string[];
  readonly version: string;
  /** Of a Hugging Face image: "pytorch2.1.0". */
  readonly base: string;
  readonly python: string;
  /** "cpu", "gpu", "inf", or an instance family that has an image of its own. */
  readonly device: string;
  readonly repository: string;
  readonly tag: string;
  /** By region. */
  readonly accounts: ReadonlyMap<string, string>;
}

export interface ImageTable {
  /** "sagemaker-core 2.27.0" */
  readonly from: string;
  readonly images: readonly AwsImage[];
  readonly byRepository: ReadonlyMap<string, readonly AwsImage[]>;
}

type Row = readonly [
  version: string,
  base: string | 0,
  python: string | 0,
  device: string | 0,
  repository: string,
  tag: string,
  accounts: number,
];

interface Packed {
  readonly from: string;
  readonly accounts: readonly Readonly<Record<string, string>>[];
  /** By framework, then by use. */
  readonly images: Readonly<Record<string, Readonly<Record<string, readonly Row[]>>>>;
}

export function unpackTable(): ImageTable {
  const { from, accounts, images } = JSON.parse(tableText) as Packed;
  const maps = accounts.map((one) => new Map(Object.entries(one)));
  const unpacked = Object.entries(images).flatMap(([framework, byUse]) =>
    Object.entries(byUse).flatMap(([uses, rows]) =>
      rows.map(
        ([version, base, python, device, repository, tag, index]): AwsImage => ({
          framework,
          uses: uses === "" ? [] : uses.split("|"),
          version,
          base: base || "",
          python: python || "",
          device: device || "",
          repository,
          tag,
          accounts: maps[index] ?? new Map(),
        }),
      ),
    ),
  );
  const byRepository = new Map<string, AwsImage[]>();
  for (const image of unpacked) {
    const same = byRepository.get(image.repository);
    if (same === undefined) byRepository.set(image.repository, [image]);
    else same.push(image);
  }
  return { from, images: unpacked, byRepository };
}
