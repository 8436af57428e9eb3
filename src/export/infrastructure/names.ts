/** Names of code, made of a name of any characters. */

/** `ChurnTraining` of `churn-training`. */
export function pascal(name: string): string {
  const joined = wordsOf(name)
    .map((word) => `${word[0]?.toUpperCase()}${word.slice(1)}`)
    .join("");
  return /^[A-Za-z]/.test(joined) ? joined : `Pipeline${joined}`;
}

/** `churn_training`. */
export function snake(name: string): string {
  const joined = wordsOf(name.replace(/([a-z0-9])(?=[A-Z])/g, "$1_"))
    .join("_")
    .toLowerCase();
  return /^[a-z]/.test(joined) ? joined : `pipeline${joined === "" ? "" : "_"}${joined}`;
}

/** `churn-training`: what stands for a stack or a resource. */
export function kebab(name: string): string {
  const joined = wordsOf(name).join("-");
  return /^[A-Za-z]/.test(joined) ? joined : `pipeline${joined === "" ? "" : "-"}${joined}`;
}

function wordsOf(name: string): readonly string[] {
  return name.match(/[A-Za-z0-9]+/g) ?? [];
}
