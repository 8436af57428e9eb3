import type { Group } from "../definition/document";
import type { Recipe } from "./edit";

/** Puts a frame around steps; they leave the groups that they were in. */
export function addGroup(group: Group): Recipe {
  return (document) => ({
    ...document,
    groups: [...withoutSteps(document.groups, new Set(group.steps)), group],
  });
}

/** Changes a group's title or colour. One that is gone stays so. */
export function changeGroup(id: string, change: Partial<Pick<Group, "title" | "colour">>): Recipe {
  return (document) => {
    const before = document.groups.find((group) => group.id === id);
    const now = before === undefined ? undefined : { ...before, ...change };
    if (before === undefined || now === undefined) return document;
    if (now.title === before.title && now.colour === before.colour) return document;
    return { ...document, groups: document.groups.map((group) => (group === before ? now : group)) };
  };
}

/** Takes a frame away; its steps stay. */
export function removeGroup(id: string): Recipe {
  return (document) => {
    const groups = document.groups.filter((group) => group.id !== id);
    return groups.length === document.groups.length ? document : { ...document, groups };
  };
}

/** The groups without some steps; one that is left without any is gone. The same list where none has one of them. */
export function withoutSteps(groups: readonly Group[], gone: ReadonlySet<string>): readonly Group[] {
  if (!groups.some(({ steps }) => steps.some((key) => gone.has(key)))) return groups;
  return groups.flatMap((group) => {
    const steps = group.steps.filter((key) => !gone.has(key));
    return steps.length === 0 ? [] : [{ ...group, steps }];
  });
}

/** The groups with a step under its new name. */
export function renamedInGroups(groups: readonly Group[], key: string, to: string): readonly Group[] {
  if (!groups.some(({ steps }) => steps.includes(key))) return groups;
  return groups.map((group) => ({ ...group, steps: group.steps.map((step) => (step === key ? to : step)) }));
}
