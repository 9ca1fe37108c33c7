// A run as a link: everything that is needed to play it again and to know that it came out the same, as the fragment of an
// address, '#run=1.…'. Pure text to text, for the page and for Node. What comes from outside is checked by the engine.
//
// Behind the format number stand bytes in base64url: length of the hash and the hash, length of the trail and the trail,
// then, packed, a head line and one line for each statement of the setup and for each command.

import { checkRunShape, type Result, RUN_FORMAT, type Run } from '../../../engine/index.ts';
import { ok, refuse } from '../../state/outcome.ts';
import type { Playhead } from '../../state/playhead.ts';
import { sharingWords } from '../../words/messagesOfSharing.en.ts';
import { fromBase64url, toBase64url } from './base64url.ts';
import { commandsOf, linesOf } from './commandLines.ts';
import { partsOf } from './configParts.ts';
import { LINK_LENGTH_MAX } from './linkLength.ts';
import { packed, unpacked } from './packing.ts';

const FORMAT = 1;

export interface Linked {
  readonly run: Run;
  readonly playhead: Playhead;
  /** The lesson that it belongs to, and the beat that one had come to. */
  readonly lesson?: { readonly id: string; readonly beat: number };
}

/** Before the run, so that a page that knows of no lessons in links reads the run all the same. */
const LESSON = /(?:^|[#&])lesson=([\w-]{1,64})\.(\d{1,3})&/;

/** What a link says of its lesson; null where it says nothing. */
function lessonOfLink(text: string): NonNullable<Linked['lesson']> | null {
  const [, id, beat] = LESSON.exec(text.replace(/\s/g, '')) ?? [];
  return id === undefined ? null : { id, beat: Number(beat) };
}

/** What stands in an address behind its '#'. */
export function linkOf(run: Run, playhead: Playhead, lesson: Linked['lesson'] | null = null): string {
  const { seed, config, commands, hash = '', trail = '' } = run;
  const fraction = Math.round(playhead.fraction * 1_000);
  const place = fraction === 0 ? [playhead.step] : [playhead.step, fraction];
  const head = JSON.stringify([seed, config.setup.length, partsOf(config), ...place]);
  const text = [head, ...linesOf([...config.setup, ...commands])].join('\n');
  const parts = [...marked(hash), ...marked(trail), ...packed(text)];
  const told = lesson === null ? '' : `lesson=${lesson.id}.${lesson.beat}&`;
  return `${told}run=${FORMAT}.${toBase64url(Uint8Array.from(parts))}`;
}

/** Reads a whole address, or what stands behind its '#'. The run is of the right shape; whether it plays is not known yet. */
export function readLink(given: string): Result<Linked> {
  if (given.length > LINK_LENGTH_MAX) {
    return refuse(sharingWords('link-huge', { length: given.length, max: LINK_LENGTH_MAX }));
  }
  // Mail wraps long lines, and a sentence may go on behind a link.
  const text = given.replace(/\s/g, '').replace(/[.,;:!?)>\]"'”’]+$/, '');
  const [, format, payload] = /(?:^|[#&])run=(\d{1,6})\.(.*)$/.exec(text) ?? [];
  if (format === undefined || payload === undefined) {
    return refuse(sharingWords('link-none'));
  }
  if (Number(format) !== FORMAT) {
    return refuse(sharingWords('link-format', { format }));
  }
  const bytes = fromBase64url(payload);
  return typeof bytes === 'number'
    ? refuse(
        sharingWords('link-sign', {
          sign: payload.charAt(bytes),
          place: text.length - payload.length + bytes + 1,
        }),
      )
    : inLesson(readBytes(bytes), lessonOfLink(text));
}

const inLesson = (linked: Result<Linked>, lesson: NonNullable<Linked['lesson']> | null): Result<Linked> =>
  linked.ok && lesson !== null ? ok({ ...linked.value, lesson }) : linked;

function readBytes(bytes: Uint8Array): Result<Linked> {
  const trailAt = 1 + (bytes[0] ?? 0);
  const textAt = trailAt + 1 + (bytes[trailAt] ?? 0);
  const text = textAt < bytes.length ? unpacked(bytes.subarray(textAt)) : null;
  if (text === null) {
    return refuse(sharingWords('link-cut'));
  }
  return readText(text, hexOf(bytes.subarray(1, trailAt)), hexOf(bytes.subarray(trailAt + 1, textAt)));
}

function readText(text: string, hash: string, trail: string): Result<Linked> {
  const [head = '', ...lines] = text.split('\n');
  const [seed, setupLength, parts, step, fraction] = listOf(head);
  const commands = commandsOf(lines);
  if (typeof commands === 'number') {
    return refuse(sharingWords('link-line', { line: commands }));
  }
  const setup = typeof setupLength === 'number' ? setupLength : 0;
  const run = checkRunShape({
    format: RUN_FORMAT,
    seed,
    config: { ...(parts as object | undefined), setup: commands.slice(0, setup) },
    commands: commands.slice(setup),
    ...(hash === '' ? {} : { hash }),
    ...(trail === '' ? {} : { trail }),
  });
  return run.ok
    ? ok({ run: run.value, playhead: placeIn(run.value.commands.length, step, fraction) })
    : refuse(sharingWords('link-run', { problem: run.problem }));
}

/** The playhead, kept within the run; its end where a link says nothing sensible. */
function placeIn(length: number, step: unknown, thousandths: unknown): Playhead {
  if (!Number.isInteger(step) || Number(step) < 0 || Number(step) >= length) {
    return { step: length, fraction: 0 };
  }
  const inside = Number.isInteger(thousandths) && Number(thousandths) > 0 && Number(thousandths) < 1_000;
  return { step: Number(step), fraction: inside ? Number(thousandths) / 1_000 : 0 };
}

function listOf(text: string): readonly unknown[] {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}

/** Hex digits as bytes behind their number; what is no such text is left out. */
function marked(hex: string): readonly number[] {
  const digits = /^(?:[0-9a-f]{2}){0,255}$/.test(hex) ? (hex.match(/../g) ?? []) : [];
  return [digits.length, ...digits.map((two) => Number.parseInt(two, 16))];
}

const hexOf = (bytes: Uint8Array): string =>
  [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
