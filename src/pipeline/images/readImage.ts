import type { AwsImage, ImageTable } from "./table";
import { readUri, uriOf } from "./uri";
import { baseTitle, deviceTitle, pythonTitle, titleOf, titleOfUse } from "./words";

export type ReadImage =
  | { readonly kind: "known"; readonly image: AwsImage; readonly region: string }
  /** One of AWS's repositories, with a tag that the table does not have: an older build, or a newer one. */
  | { readonly kind: "otherTag"; readonly framework: string; readonly tag: string; readonly region: string }
  /** The right repository in the account of another region: there is no such image. */
  | { readonly kind: "otherAccount"; readonly framework: string; readonly region: string; readonly account: string };

/** Finds an image of AWS's by its URI; null for an image that is not AWS's, or not in the table. */
export function readImage({ byRepository }: ImageTable, uri: string): ReadImage | null {
  const parts = readUri(uri);
  if (parts === null) return null;
  const { account, region, repository, tag } = parts;
  const inRepository = byRepository.get(repository) ?? [];
  const here = inRepository.filter(({ accounts }) => accounts.get(region) === account);
  const exact = here.filter((image) => image.tag === tag && uriOf(image, region) !== null);
  const [first] = here;
  // A version of its own before one that is short for it: the longer name says more.
  const image = exact.toSorted((left, right) => right.version.length - left.version.length)[0];
  if (image !== undefined) return { kind: "known", image, region };
  if (first !== undefined) return { kind: "otherTag", framework: first.framework, tag, region };
  const elsewhere = inRepository.find(
    ({ accounts }) => accounts.has(region) && [...accounts.values()].includes(account),
  );
  const right = elsewhere?.accounts.get(region);
  if (elsewhere === undefined || right === undefined) return null;
  return { kind: "otherAccount", framework: elsewhere.framework, region, account: right };
}

/** "XGBoost 1.7-1, eu-west-1"; "Hugging Face 4.28.1 with PyTorch 2.0.0 for training, GPU, Python 3.10, us-east-1". */
export function imageInWords(read: ReadImage): string {
  const { region } = read;
  if (read.kind === "otherTag") return [`${titleOf(read.framework)} ${read.tag}`.trim(), region].join(", ");
  if (read.kind === "otherAccount") {
    return `${titleOf(read.framework)}, but AWS has it in ${region} under the account ${read.account}`;
  }
  const { framework, version, uses, base, device, python, repository } = read.image;
  // One that is for all uses lies in a repository that names none.
  const use = uses.find((one) => repository.includes(one));
  const what = [
    titleOf(framework),
    version,
    ...(base === "" ? [] : [`with ${baseTitle(base)}`]),
    ...(use === undefined ? [] : [`for ${titleOfUse(use)}`]),
  ].join(" ");
  return [
    what,
    // Where nothing is said, it runs on any CPU.
    ...(device === "" || device === "cpu" ? [] : [deviceTitle(device)]),
    ...(python === "" || python === "py3" ? [] : [`Python ${pythonTitle(python)}`]),
    region,
  ].join(", ");
}
