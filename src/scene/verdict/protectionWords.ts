// What is said of a protection: its name, its sentence, where it comes from and its lesson.

import type { AnomalyId, ConditionId, Protections } from '../../engine/index.ts';
import { label } from '../words/say.ts';

type ProtectionId = keyof Protections;

export const protectionName = (id: ProtectionId): string => label(`protection-${id}`, {});
export const protectionTitle = (id: ProtectionId): string => label(`protection-${id}-title`, {});
export const protectionLesson = (id: ProtectionId): string => label(`protection-${id}-lesson`, {});
/** '2016 merge', 'later: April 2018, #3393', 'never made'. */
export const protectionSince = (id: ProtectionId): string => label(`protection-${id}-since`, {});

export const conditionSentence = (id: ConditionId): string => label(`condition-${id}`, {});

export const anomalyTitle = (id: AnomalyId): string => label(`anomaly-${id}`, {});
export const anomalySentence = (id: AnomalyId): string => label(`anomaly-${id}-sentence`, {});
