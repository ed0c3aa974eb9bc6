import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { settings } from '../services/settings/settings';
import { en } from './en';
import { zh } from './zh';

/** Starts the translations in the person's language and follows the preference from then on. */
export async function startTranslations(): Promise<void> {
  await i18next.use(initReactI18next).init({
    resources: { en: { translation: en }, zh: { translation: zh } },
    lng: settings.getState().language,
    fallbackLng: 'en',
    interpolation: { escapeValue: false },
  });
  settings.subscribe(({ language }) => {
    if (i18next.language !== language) void i18next.changeLanguage(language);
  });
}
