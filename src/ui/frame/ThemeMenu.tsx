import ButtonDropdown from "@cloudscape-design/components/button-dropdown";
import { chooseTheme, type ThemeChoice, useTheme } from "../kit/theme";

export const looks: readonly { readonly id: ThemeChoice; readonly text: string }[] = [
  { id: "system", text: "Like the system" },
  { id: "light", text: "Light" },
  { id: "dark", text: "Dark" },
];

export function ThemeMenu() {
  const { choice } = useTheme();
  return (
    <ButtonDropdown
      variant="icon"
      ariaLabel="Look: light or dark"
      iconSvg={
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <circle cx="8" cy="8" r="6.2" fill="none" />
          <path d="M8 2a6 6 0 0 1 0 12z" fill="currentColor" stroke="none" />
        </svg>
      }
      items={looks.map(({ id, text }) => ({ itemType: "checkbox" as const, id, text, checked: id === choice }))}
      onItemClick={({ detail }) => {
        const look = looks.find(({ id }) => id === detail.id);
        if (look !== undefined) chooseTheme(look.id);
      }}
    />
  );
}
