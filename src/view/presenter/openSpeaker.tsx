import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { rememberedTheme } from '../keeping/theme.ts';
import { applyTheme } from '../theme.ts';
import { SpeakerPage } from './SpeakerPage.tsx';

export function openSpeaker(root: HTMLElement): void {
  applyTheme(rememberedTheme());
  createRoot(root).render(
    <StrictMode>
      <SpeakerPage />
    </StrictMode>,
  );
}
