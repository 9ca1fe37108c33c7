import type { SessionState } from '../../store/sessionState.ts';
import { THEMES, type Theme } from '../../store/theme.ts';
import { Icon, type IconName } from '../marks/Icon.tsx';
import { useSession, useSlice } from '../sessionContext.ts';

const ICONS: Readonly<Record<Theme, IconName>> = { light: 'sun', dark: 'moon', projector: 'screen' };
const NAMES: Readonly<Record<Theme, string>> = { light: 'Light', dark: 'Dark', projector: 'Projector' };
const themeOf = (state: SessionState): Theme => state.theme;

/** Three radio buttons: one tab stop, arrows choose, as the browser has it. */
export function ThemeSwitch() {
  const session = useSession();
  const chosen = useSlice(themeOf);
  return (
    <fieldset className="switch">
      <legend className="hidden-text">Theme</legend>
      {THEMES.map((theme) => (
        <label key={theme} title={NAMES[theme]}>
          <input
            type="radio"
            name="theme"
            value={theme}
            checked={theme === chosen}
            onChange={() => session.setTheme(theme)}
          />
          <Icon name={ICONS[theme]} />
          <span className="hidden-text">{NAMES[theme]}</span>
        </label>
      ))}
    </fieldset>
  );
}
