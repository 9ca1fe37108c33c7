// What protections and their settings are called inside a sentence.

import { LABELS_EN } from './messages.en.ts';
import { type LabelId, label, labelAny } from './say.ts';

const isLabel = (id: string): id is LabelId => Object.hasOwn(LABELS_EN, id);

/** 'version tags'; a name that is not known stays as it is. */
export function ruleName(id: string): string {
  const known = `rule-${id}`;
  return isLabel(known) ? labelAny(known, {}) : id;
}

/** 'on', 'off', or which of several it is. */
export function ruleValue(value: unknown): string {
  if (typeof value === 'boolean') {
    return label(value ? 'rule-value-on' : 'rule-value-off', {});
  }
  const known = `rule-value-${String(value)}`;
  return isLabel(known) ? labelAny(known, {}) : String(value);
}
