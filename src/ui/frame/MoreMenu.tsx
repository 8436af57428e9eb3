import ButtonDropdown, { type ButtonDropdownProps } from "@cloudscape-design/components/button-dropdown";
import { openFile } from "../../editor/commands/pipeline/files";
import { useIsAlone } from "../kit/pageContext";
import { chooseTheme, useThemeChoice } from "../kit/theme";
import { useRun } from "../kit/useCommands";
import { useExports } from "./ExportMenu";
import { useTargetChoice } from "./TargetMenu";
import { looks } from "./ThemeMenu";

/** What the top bar has no room for: Open, Export, the target, the look. */
export function MoreMenu() {
  const run = useRun();
  const exported = useExports();
  const target = useTargetChoice();
  const choice = useThemeChoice();
  const isAlone = useIsAlone();
  const everything: readonly Item[] = [
    { id: openFile.id, text: "Open", iconName: "folder-open" },
    { text: "Export", items: shortened(exported.items) },
    { text: `Target: ${target.label}`, items: flat(target.items) },
    {
      text: "Look",
      items: looks.map(({ id, text }) => ({
        itemType: "checkbox" as const,
        id: `look ${id}`,
        text,
        checked: id === choice,
      })),
    },
  ];
  const choose = (id: string) => {
    const look = looks.find((one) => id === `look ${one.id}`);
    if (id === openFile.id) void run(openFile);
    else if (look !== undefined) chooseTheme(look.id);
    else {
      target.choose(id);
      exported.choose(id);
    }
  };
  return (
    <ButtonDropdown
      variant="icon"
      ariaLabel={isAlone ? "More: open, export, target, look" : "Export"}
      items={isAlone ? everything : shortened(exported.items)}
      onItemClick={({ detail }) => choose(detail.id)}
    />
  );
}

type Item = ButtonDropdownProps.ItemOrGroup;

/** What is done at once; for all other forms the dialog, which lists them. */
function shortened(items: readonly Item[]): Item[] {
  const atOnce = items.filter((item) => !("items" in item));
  const [other] = items.flatMap((item) => ("items" in item ? item.items : []));
  return other === undefined ? atOnce : [...atOnce, { id: other.id ?? "", text: "Other forms …" }];
}

/** A menu in a menu has no further ones: their items stand under one another, with the name of their group. */
function flat(items: readonly Item[]): Item[] {
  return items.flatMap((item) => {
    if (!("items" in item)) return [item];
    return item.items.map((inner) => ({ ...inner, text: `${item.text}: ${inner.text}` }) as Item);
  });
}
