// The words of moving in time, by id. Apart from say.ts, because the first screen needs these and not the whole catalogue.

import { TIME_EN } from './messagesOfTime.en.ts';

type Slots<S> = S extends `${string}{${infer Name}}${infer Rest}` ? Name | Slots<Rest> : never;

export type TimeWordId = keyof typeof TIME_EN;

export function timeWord<K extends TimeWordId>(
  id: K,
  values: Readonly<Record<Slots<(typeof TIME_EN)[K]>, string>>,
): string {
  const given: Readonly<Record<string, string>> = values;
  return TIME_EN[id].replace(/\{(\w+)\}/g, (_all, name: string) => given[name] ?? '');
}
