// What a card shows of its node's data at rest: two entries, and how many stand at which version.

import type { CSSProperties } from 'react';
import type { EntryView, NodeCard } from '../../scene/shape/scene.ts';
import { pageWords } from '../../scene/words/pageWords.ts';
import { EntryTable } from './EntryTable.tsx';
import type { ShownResult } from './latestResult.ts';

/** Where no more than these have room, an answer takes the place of all but one. */
const FEW = 2;

interface Props {
  readonly card: NodeCard;
  readonly answer: ShownResult | null;
  /** How many entries there is room for. */
  readonly max: number;
}

export function CardEntries({ card, answer, max }: Props) {
  const full = card.sources.filter((source) => source.entries.length > 0);
  const all = full.flatMap((source) => source.entries);
  const only = answer !== null && max <= FEW;
  const shown = new Set(only ? [readEntry(all, answer)] : chosen(all, max));
  const hidden = all.length - shown.size;
  // Its place is where one gives way to another from step to step: what stands there is made over, not made anew.
  const last = hidden > 0 ? [...shown].at(-1) : undefined;
  return (
    <div className="sources">
      {full
        .map((source) => ({ ...source, entries: source.entries.filter((entry) => shown.has(entry)) }))
        .filter((source) => source.entries.length > 0)
        .map((source, i) => (
          <section
            key={source.key}
            className="source"
            aria-label={pageWords('title-of-node', { title: source.title, node: card.node })}
          >
            <div className="source-head">
              <h4 className="caption">{source.title}</h4>
              {i === 0 && hidden > 0 && (
                <p className="caption">{pageWords('hidden-more-in-more', { hidden })}</p>
              )}
            </div>
            {source.entries.map((entry) => (
              <EntryTable key={entry === last ? 'last' : entry.key} entry={entry} />
            ))}
          </section>
        ))}
    </div>
  );
}

/** How many entries in memory stand at the current version, as a bar and in words. */
export function UpgradeCount({ card }: { readonly card: NodeCard }) {
  return (
    <div className="count">
      <p className="caption">{card.upgraded.sentence}</p>
      <UpgradeBar card={card} />
    </div>
  );
}

/** One segment a version, as long as its share of the entries. */
export function UpgradeBar({ card }: { readonly card: NodeCard }) {
  const { parts, total, sentence } = card.upgraded;
  if (total === 0) {
    return null;
  }
  return (
    <span
      className="upgrade-bar"
      aria-hidden="true"
      title={sentence}
      style={{ '--total': total } as CSSProperties}
    >
      {parts.map(({ identity, count, isCurrent }) => (
        <span
          key={identity?.version ?? ''}
          data-hue={identity?.hue}
          data-pattern={identity === null ? 'none' : isCurrent ? 'current' : 'other'}
          style={{ flexGrow: count }}
        />
      ))}
    </span>
  );
}

/** The first ones, and in place of the last of them one that has changed in this step and would not be seen. */
function chosen(entries: readonly EntryView[], max: number): readonly EntryView[] {
  const first = entries.slice(0, max);
  const changed = entries.find((entry) => entry.changed);
  return changed === undefined || first.some((entry) => entry.changed)
    ? first
    : [...first.slice(0, max - 1), changed];
}

/** With an answer on a narrow card there is room for one entry: that of the row that was read. */
function readEntry(entries: readonly EntryView[], { result }: ShownResult): EntryView | undefined {
  const texts = result?.rows[0]?.map((cell) => cell.text) ?? [];
  return entries.find((entry) => texts.includes(entry.row)) ?? entries[0];
}
