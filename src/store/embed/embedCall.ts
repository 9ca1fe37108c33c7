// What another page may ask of a figure in it, by `postMessage` (docs/embedding.md). Whatever is not of the protocol is not
// for us and is left alone; what is, and is wrong, is answered by a sentence.

import type { Result } from '../../engine/index.ts';
import { LINK_LENGTH_MAX } from '../keeping/link/linkLength.ts';
import { ok, refuse } from '../state/outcome.ts';
import { THEMES, type Theme } from '../state/theme.ts';
import { sharingWords } from '../words/messagesOfSharing.en.ts';

export const PROTOCOL = 1;

export type EmbedCall =
  | { readonly call: 'play' | 'pause' | 'next' | 'back' | 'state' }
  | { readonly call: 'seek'; readonly at: number; readonly fraction: number }
  | { readonly call: 'open'; readonly link: string }
  | { readonly call: 'theme'; readonly theme: Theme };

export interface Asked {
  /** Comes back in the answer. */
  readonly id: string | number | null;
  readonly call: Result<EmbedCall>;
}

const PLAIN = ['play', 'pause', 'next', 'back', 'state'] as const;
const ID_LENGTH_MAX = 200;

/** Null when a message is not for us. */
export function embedCall(data: unknown): Asked | null {
  if (typeof data !== 'object' || data === null || !('schemerge' in data) || !('call' in data)) {
    return null;
  }
  const fields = data as Readonly<Record<string, unknown>>;
  const { id } = fields;
  const isId =
    (typeof id === 'string' && id.length <= ID_LENGTH_MAX) || (typeof id === 'number' && Number.isFinite(id));
  return {
    id: isId ? id : null,
    call:
      fields['schemerge'] === PROTOCOL
        ? callOf(fields)
        : refuse(sharingWords('call-protocol', { protocol: PROTOCOL })),
  };
}

function callOf({
  call,
  at,
  fraction = 0,
  link,
  theme,
}: Readonly<Record<string, unknown>>): Result<EmbedCall> {
  const plain = PLAIN.find((one) => one === call);
  if (plain !== undefined) {
    return ok({ call: plain });
  }
  switch (call) {
    case 'seek':
      return isPlace(at) && typeof fraction === 'number' && fraction >= 0 && fraction < 1
        ? ok({ call, at, fraction })
        : refuse(sharingWords('call-seek'));
    case 'open':
      return typeof link === 'string' && link.length <= LINK_LENGTH_MAX
        ? ok({ call, link })
        : refuse(sharingWords('call-open', { max: LINK_LENGTH_MAX }));
    case 'theme': {
      const known = THEMES.find((one) => one === theme);
      return known === undefined
        ? refuse(sharingWords('call-theme', { themes: THEMES.join(', ') }))
        : ok({ call, theme: known });
    }
    default:
      return refuse(sharingWords('call-unknown', { calls: [...PLAIN, 'seek', 'open', 'theme'].join(', ') }));
  }
}

const isPlace = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;
