// What a version or a drop contains, what contains it, and what stands beside it.

import type { Moment } from '../run/moment.ts';
import { type SeenVersion, tableId } from '../run/seenVersions.ts';
import { hasseAt } from '../versions/dag.ts';
import { containsVersion } from '../versions/dagOrder.ts';
import { label } from '../words/say.ts';
import type { Section, Value } from './inspection.ts';
import { fact, facts, quiet, section, versionValue } from './values.ts';

export function containmentSection(moment: Moment, { version, schema }: SeenVersion): Section {
  const others = hasseAt({ ...moment, tableId: tableId(schema) }).versions.filter(
    (one) => one.version !== version,
  );
  const contained = others.filter((one) => containsVersion(schema, one.schema));
  const containing = others.filter((one) => containsVersion(one.schema, schema));
  const apart = others.filter((one) => !contained.includes(one) && !containing.includes(one));
  const values = (list: readonly SeenVersion[]): readonly Value[] =>
    list.length === 0
      ? [quiet(label('inspect-none', {}))]
      : list.map((one) => versionValue(moment, one.version));
  return section('containment', label('inspect-containment', {}), [
    facts('containment', [
      fact(label('inspect-contains', {}), ...values(contained)),
      fact(label('inspect-contained-in', {}), ...values(containing)),
      fact(label('inspect-beside', {}), ...values(apart)),
    ]),
  ]);
}
