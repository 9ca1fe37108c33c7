import { keepTheme, readTheme, type Theme } from '../../store/state/theme.ts';

const storage = () => window.localStorage;

export const rememberedTheme = (): Theme =>
  readTheme(storage, matchMedia('(prefers-color-scheme: dark)').matches);

export const rememberTheme = (chosen: Theme): void => keepTheme(storage, chosen);
