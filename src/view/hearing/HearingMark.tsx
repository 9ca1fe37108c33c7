import type { Heard, Knowing } from '../../scene/hearing/hearing.ts';

/** Shapes beside the words of both tables: they differ without any colour. */
const PATHS: Readonly<Record<Heard | Knowing | 'down' | 'pull' | 'untold', string>> = {
  same: 'M3 5.4h10v1.8H3Zm0 3.8h10V11H3Z',
  other: 'M3 5.4h5.2L9.6 3l1.5.9-.9 1.5H13v1.8H9.2L8.1 9.2H13V11H7l-1.4 2.4-1.5-.9L5 11H3V9.2h3l1.1-2H3Z',
  never: 'M4 7.1h8v1.8H4Z',
  self: 'M8 5.5a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5Z',
  down: 'm4.2 3 3.8 3.8L11.8 3 13 4.2 9.2 8l3.8 3.8-1.2 1.2L8 9.2 4.2 13 3 11.8 6.8 8 3 4.2Z',
  current: 'M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2Z',
  synced: 'm6.4 12.4-4-4 1.3-1.3 2.7 2.7 6-6 1.3 1.3Z',
  syncing: 'M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2Zm0 1.7v8.6a4.3 4.3 0 0 0 0-8.6Z',
  loaded: 'M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2Zm0 1.7a4.3 4.3 0 1 0 0 8.6 4.3 4.3 0 0 0 0-8.6Z',
  loading:
    'M7 2h2v1.8H7Zm0 10.2h2V14H7ZM2 7h1.8v2H2Zm10.2 0H14v2h-1.8ZM3.2 4.6l1.4-1.4 1.3 1.3-1.4 1.4Zm6.9 6.9 1.4-1.4 1.3 1.3-1.4 1.4Zm-6.9 0 1.3-1.3 1.4 1.4-1.3 1.3Zm6.9-7 1.3-1.3 1.4 1.4-1.3 1.3Z',
  unknown: 'M8 7.1a.9.9 0 1 1 0 1.8.9.9 0 0 1 0-1.8Z',
  pull: 'M7.2 2h1.6v7.6l2.7-2.6 1.1 1.1L8 12.6 3.4 8.1 4.5 7l2.7 2.6Z',
  untold:
    'M3 7a1.2 1.2 0 1 1 0 2.4A1.2 1.2 0 0 1 3 7Zm5 0a1.2 1.2 0 1 1 0 2.4A1.2 1.2 0 0 1 8 7Zm5 0a1.2 1.2 0 1 1 0 2.4A1.2 1.2 0 0 1 13 7Z',
};

export type HearingMarkId = keyof typeof PATHS;

export function HearingMark({ mark }: { readonly mark: HearingMarkId }) {
  return (
    <svg className="hearing-mark" viewBox="0 0 16 16" aria-hidden="true">
      <path d={PATHS[mark]} fillRule="evenodd" />
    </svg>
  );
}
