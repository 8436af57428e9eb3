import type { AwsImage, ImageTable } from "./table";
import { uriOf } from "./uri";
import { baseTitle, deviceTitle, pythonTitle, titleOf, titleOfUse } from "./words";

/** What an image is chosen by, in the order in which it is asked. */
export const aspects = ["framework", "use", "version", "base", "device", "python", "region"] as const;
export type Aspect = (typeof aspects)[number];

/** What was chosen, or would be liked where there is a choice. */
export type Picks = Readonly<Partial<Record<Aspect, string>>>;

export interface AspectChoice {
  readonly aspect: Aspect;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  /** Null where nothing fits what was chosen before. */
  readonly value: string | null;
}

export interface ChosenImage {
  /** The aspects in which there is something to choose; the framework and the region always. */
  readonly choices: readonly AspectChoice[];
  /** Null until there is a framework, and where AWS does not have the image in the region. */
  readonly uri: string | null;
}

/** What there is to choose after some picks, and the image that they come to. What is not picked is the first that there is: the newest. */
export function chooseImage({ images }: ImageTable, picks: Picks): ChosenImage {
  const choices: AspectChoice[] = [];
  let left: readonly AwsImage[] = images;
  for (const aspect of aspects) {
    const values = valuesOf(left, aspect);
    const picked = picks[aspect];
    const isOpen = aspect === "framework" || aspect === "region";
    const value = picked !== undefined && values.includes(picked) ? picked : isOpen ? null : (values[0] ?? null);
    if (isOpen || values.length > 1)
      choices.push({ aspect, options: values.map((one) => optionOf(aspect, one)), value });
    if (value === null) return { choices: choices.filter((one) => one.options.length > 0), uri: null };
    left = left.filter((image) => has(image, aspect, value));
  }
  const region = choices.at(-1)?.value ?? "";
  const [image] = left;
  return { choices, uri: image === undefined ? null : uriOf(image, region) };
}

function valuesOf(images: readonly AwsImage[], aspect: Aspect): readonly string[] {
  const found = new Set(images.flatMap((image) => valuesIn(image, aspect)));
  const compare = aspect === "version" || aspect === "base" || aspect === "python" ? newestFirst : byTitle(aspect);
  return [...found].sort(compare);
}

function valuesIn(image: AwsImage, aspect: Aspect): readonly string[] {
  switch (aspect) {
    case "use":
      return image.uses.length === 0 ? [""] : image.uses;
    case "region":
      return [...image.accounts.keys()];
    default:
      return [image[aspect]];
  }
}

function has(image: AwsImage, aspect: Aspect, value: string): boolean {
  return valuesIn(image, aspect).includes(value);
}

function optionOf(aspect: Aspect, value: string) {
  return { value, label: titleIn[aspect](value) };
}

const itself = (value: string) => value;
const titleIn: Readonly<Record<Aspect, (value: string) => string>> = {
  framework: titleOf,
  use: titleOfUse,
  version: itself,
  base: baseTitle,
  device: deviceTitle,
  python: pythonTitle,
  region: itself,
};

const byTitle = (aspect: Aspect) => (left: string, right: string) =>
  titleIn[aspect](left).localeCompare(titleIn[aspect](right), "en");

/** 2.10 before 2.9; a word such as "latest", which means another image tomorrow, behind all numbers. */
function newestFirst(left: string, right: string): number {
  const [a, b] = [left, right].map((text) => text.match(/\d+/g)?.map(Number) ?? []) as [number[], number[]];
  if ((a.length === 0) !== (b.length === 0)) return a.length === 0 ? 1 : -1;
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    const difference = (b[i] ?? -1) - (a[i] ?? -1);
    if (difference !== 0) return difference;
  }
  return left < right ? -1 : 1;
}
