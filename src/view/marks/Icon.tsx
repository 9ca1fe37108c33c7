// Icons of the controls. They are drawn, not typed, so that no font decides how they look; names are on the controls.

const PATHS = {
  plus: 'M7.1 2.5h1.8v4.6h4.6v1.8H8.9v4.6H7.1V8.9H2.5V7.1h4.6Z',
  cross: 'm3.6 2.4 4.4 4.4 4.4-4.4 1.2 1.2L9.2 8l4.4 4.4-1.2 1.2L8 9.2l-4.4 4.4-1.2-1.2L6.8 8 2.4 3.6Z',
  play: 'M4 2.2v11.6L13.6 8Z',
  pause: 'M3.6 2.4h3v11.2h-3ZM9.4 2.4h3v11.2h-3Z',
  key: 'M5.2 4a4 4 0 0 1 3.7 2.5h6.3v3.1h-1.8v2h-3v-2H8.9A4 4 0 1 1 5.2 4Zm0 2.6a1.4 1.4 0 1 0 0 2.8 1.4 1.4 0 0 0 0-2.8Z',
  sun: 'M8 4.6a3.4 3.4 0 1 1 0 6.8 3.4 3.4 0 0 1 0-6.8ZM7.2.8h1.6v2.4H7.2Zm0 12h1.6v2.4H7.2ZM.8 7.2h2.4v1.6H.8Zm12 0h2.4v1.6h-2.4ZM2.3 3.4l1.1-1.1 1.7 1.7L4 5.1Zm8.6 8.6 1.1-1.1 1.7 1.7-1.1 1.1ZM2.3 12.6 4 10.9 5.1 12l-1.7 1.7Zm8.6-8.6 1.7-1.7 1.1 1.1L12 5.1Z',
  moon: 'M9.6 1.4A6.8 6.8 0 1 0 14.7 10 5.6 5.6 0 0 1 9.6 1.4Z',
  screen: 'M1.2 2.4h13.6v8.8H9l2 2.4H5l2-2.4H1.2Zm1.6 1.6v5.6h10.4V4Z',
  arrow: 'M9.3 3.2 14 8l-4.7 4.8-1.1-1.1 2.8-2.9H2V7.2h9L8.2 4.3Z',
  check: 'm6.3 12.6-4-4 1.2-1.2 2.8 2.8 6.2-6.3 1.2 1.2Z',
  octagon: 'M5.3 1.2h5.4l3.9 3.9v5.6l-3.9 3.9H5.3l-3.9-3.9V5.1Zm1.9 2.9v5h1.6v-5Zm0 6.2v1.7h1.6v-1.7Z',
  copy: 'M5.6 1.8h7.2c.8 0 1.4.6 1.4 1.4v7.2h-1.6v-7h-7Zm-2.4 2.6h6.6c.8 0 1.4.6 1.4 1.4v6.6c0 .8-.6 1.4-1.4 1.4H3.2c-.8 0-1.4-.6-1.4-1.4V5.8c0-.8.6-1.4 1.4-1.4Zm.2 1.6v6.2h6.2V6Z',
  more: 'M3.2 6.5a1.5 1.5 0 1 1 0 3 1.5 1.5 0 0 1 0-3Zm4.8 0a1.5 1.5 0 1 1 0 3 1.5 1.5 0 0 1 0-3Zm4.8 0a1.5 1.5 0 1 1 0 3 1.5 1.5 0 0 1 0-3Z',
  help: 'M8 1.2a6.8 6.8 0 1 1 0 13.6A6.8 6.8 0 0 1 8 1.2Zm0 1.5a5.3 5.3 0 1 0 0 10.6A5.3 5.3 0 0 0 8 2.7Zm-.8 8h1.6v1.5H7.2ZM8 3.8c1.6 0 2.7.9 2.7 2.3 0 1-.5 1.6-1.2 2.1-.6.4-.7.6-.7 1.2v.3H7.2v-.6c0-1 .4-1.4 1-1.9.6-.4.8-.6.8-1.1 0-.5-.4-.9-1-.9-.7 0-1.1.4-1.2 1.1H5.2C5.3 4.8 6.4 3.8 8 3.8Z',
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 16 16" aria-hidden="true">
      <path d={PATHS[name]} fillRule="evenodd" />
    </svg>
  );
}
