// The facts of why a promise is broken, each as one sentence.

import type { Reason, StatementId } from '../../engine/index.ts';
import { narrateEvent } from '../narration/narrateEvent.ts';
import { contextAt } from '../narration/narrationAt.ts';
import { labelOf } from '../narration/narrationContext.ts';
import type { Moment } from '../run/moment.ts';
import { label, listed } from '../words/say.ts';
import { protectionName } from './protectionWords.ts';

export interface WhyLine {
  readonly key: string;
  readonly step: number;
  /** 'Step 4' */
  readonly stepText: string;
  readonly sentence: string;
  /** 'Off: sync before apply.' or ''. */
  readonly off: string;
}

export function whyLines(moment: Moment, reasons: readonly Reason[]): readonly WhyLine[] {
  return reasons.map((reason, i) => ({
    key: `${reason.step} ${i}`,
    step: reason.step,
    stepText: label('verdict-step', { step: String(reason.step) }),
    sentence: sentenceOf(moment, reason),
    off: reason.off.length === 0 ? '' : label('why-off', { names: listed(reason.off.map(protectionName)) }),
  }));
}

function sentenceOf(moment: Moment, { step, fact }: Reason): string {
  const context = contextAt(moment, step);
  const version = (name: string | null): string => moment.identities.name(name);
  const what = (statement: StatementId): string => labelOf(context, statement);
  switch (fact.kind) {
    case 'event':
      return narrateEvent(context, fact.event);
    case 'made':
    case 'made-again':
      return fact.version === null
        ? label('why-made-dropped', { node: fact.node, what: what(fact.statement) })
        : label(`why-${fact.kind}`, {
            node: fact.node,
            what: what(fact.statement),
            version: version(fact.version),
          });
    case 'push-lost':
    case 'push-under-way':
      return label(`why-${fact.kind}`, { node: fact.node, what: what(fact.statement) });
    case 'shard-behind':
      return label('why-shard-behind', {
        node: fact.node,
        shard: String(fact.shard),
        version: version(fact.version),
      });
    case 'tie':
      return label('why-tie', { first: what(fact.first), second: what(fact.second) });
    case 'marked':
      return label('why-marked', {
        node: fact.node,
        version: version(fact.version),
        by: fact.by,
        peer: fact.peer ?? '',
      });
    case 'applied-unmerged':
    case 'applied-marked':
    case 'adopted':
    case 'read-untagged':
    case 'merges-crossed':
      return label(`why-${fact.kind}`, { node: fact.node, version: version(fact.version) });
    case 'confirmed':
    case 'acknowledged':
    case 'unflushed':
    case 'stamped-early':
      return label(`why-${fact.kind}`, { node: fact.node });
    case 'undone':
      return fact.column === ''
        ? label('why-undone-own', { node: fact.node, from: fact.from })
        : label('why-undone', { node: fact.node, from: fact.from, column: fact.column });
    case 'rewritten':
      return label('why-rewritten', { node: fact.node, from: fact.from, column: fact.column });
    case 'shown-undropped':
      return label('why-shown-undropped', { node: fact.node, column: fact.column });
    case 'not-asked':
      return label('why-not-asked', { node: fact.node, from: fact.from });
    case 'tombstones-hashed':
      return label('why-tombstones-hashed', {});
  }
}
