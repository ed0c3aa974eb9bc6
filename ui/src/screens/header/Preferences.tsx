import { useTranslation } from 'react-i18next';
import { useSettings } from '../../services/context';
import { COLOURS, LANGUAGES, settings, type Settings } from '../../services/settings/settings';
import css from './header.module.css';

const LANGUAGE_NAMES = { en: 'English', zh: '中文' } as const;
const COLOUR_TEXTS = { 'green-up': 'greenUp', 'red-up': 'redUp', 'colour-blind': 'colourBlind' } as const;

/** Language, theme and the colours of a rise and a fall. */
export function Preferences() {
  const { t } = useTranslation();
  const { language, theme, colours } = useSettings();
  const other = theme === 'dark' ? 'light' : 'dark';
  return (
    <div className={css.preferences}>
      <select
        aria-label={t('settings.colours')}
        value={colours}
        onChange={(event) => settings.setState({ colours: event.target.value as Settings['colours'] })}
      >
        {COLOURS.map((value) => (
          <option key={value} value={value}>
            {t(`settings.${COLOUR_TEXTS[value]}`)}
          </option>
        ))}
      </select>
      <select
        aria-label={t('settings.language')}
        data-testid="language"
        value={language}
        onChange={(event) => settings.setState({ language: event.target.value as Settings['language'] })}
      >
        {LANGUAGES.map((value) => (
          <option key={value} value={value}>
            {LANGUAGE_NAMES[value]}
          </option>
        ))}
      </select>
      <button
        type="button"
        className={css.icon}
        aria-label={t(`settings.${other}`)}
        title={t(`settings.${other}`)}
        data-testid="theme"
        onClick={() => settings.setState({ theme: other })}
      >
        {theme === 'dark' ? '☀' : '☾'}
      </button>
    </div>
  );
}
