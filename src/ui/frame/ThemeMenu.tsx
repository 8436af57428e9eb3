import { MenuButton } from "../kit/MenuButton";
import { useIsAlone } from "../kit/pageContext";
import { chooseTheme, type ThemeChoice, useThemeChoice } from "../kit/theme";

export const looks: readonly { readonly id: ThemeChoice; readonly text: string }[] = [
  { id: "system", text: "Like the system" },
  { id: "light", text: "Light" },
  { id: "dark", text: "Dark" },
];

export function ThemeMenu() {
  const choice = useThemeChoice();
  if (!useIsAlone()) return null;
  return (
    <MenuButton
      label="Look: light or dark"
      menuLabel="Look"
      side="right"
      iconSvg={
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <circle cx="8" cy="8" r="6.2" fill="none" />
          <path d="M8 2a6 6 0 0 1 0 12z" fill="currentColor" stroke="none" />
        </svg>
      }
      items={looks.map(({ id, text }) => ({ label: text, checked: id === choice, run: () => chooseTheme(id) }))}
    />
  );
}
