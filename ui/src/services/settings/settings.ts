import { createStore } from 'zustand/vanilla';

export const LANGUAGES = ['en', 'zh'] as const;
export const THEMES = ['dark', 'light'] as const;
/** What a rise looks like: green in the West, red in mainland China, blue for those who cannot tell the two apart. */
export const COLOURS = ['green-up', 'red-up', 'colour-blind'] as const;

export interface Settings {
  language: (typeof LANGUAGES)[number];
  theme: (typeof THEMES)[number];
  colours: (typeof COLOURS)[number];
}

const STORED_AS = 'calx.settings';

function initial(): Settings {
  const language = navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en';
  const defaults: Settings = { language, theme: 'dark', colours: language === 'zh' ? 'red-up' : 'green-up' };
  try {
    const stored = JSON.parse(localStorage.getItem(STORED_AS) ?? '{}') as Partial<Settings>;
    return {
      language: LANGUAGES.find((value) => value === stored.language) ?? defaults.language,
      theme: THEMES.find((value) => value === stored.theme) ?? defaults.theme,
      colours: COLOURS.find((value) => value === stored.colours) ?? defaults.colours,
    };
  } catch {
    return defaults;
  }
}

/** The person's preferences, kept in this browser and mirrored onto the document for the style sheets. */
export const settings = createStore<Settings>(initial);

function mirror(state: Settings): void {
  const root = document.documentElement;
  root.lang = state.language === 'zh' ? 'zh-CN' : 'en';
  root.dataset.theme = state.theme;
  root.dataset.colours = state.colours;
}

mirror(settings.getState());
settings.subscribe((state) => {
  mirror(state);
  localStorage.setItem(STORED_AS, JSON.stringify(state));
});
