import { SetUpError } from "../project.mjs";

/** The words of a name however it is written: `depends-on-moon`, `dependsOnMoon`, `EMRServerless`. */
export function wordsOf(name) {
  const words = name.split(/[-_\s]+|(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/).filter((word) => word !== "");
  if (words.length === 0 || !words.every((word) => /^[A-Za-z][A-Za-z0-9]*$/.test(word))) {
    throw new SetUpError(`"${name}" is no name: write words of letters and digits, such as depends-on-moon.`);
  }
  return words.map((word) => word.toLowerCase());
}

export const kebab = (words) => words.join("-");
export const pascal = (words) => words.map((word) => word[0].toUpperCase() + word.slice(1)).join("");
export const camel = (words) => words[0] + pascal(words.slice(1));
