import type { StatementDraft } from '../../engine/index.ts';
import { draftCql } from '../../scene/node/draftCql.ts';
import { useRun } from '../inspector/useRun.ts';

/** The CQL that a click stands for. Every direct action shows it, so that clicking teaches the language of the field. */
export function CqlEcho({ draft }: { readonly draft: StatementDraft }) {
  const run = useRun();
  return run === null ? null : <code className="cql">{draftCql(run.timeline, run.playhead, draft)}</code>;
}
