// An inspection as compact text: what the tests hold.

import type { Block, Inspection, Value } from './inspection.ts';

function valueText(value: Value): string {
  const leads = value.select === null ? '' : `→${value.select.kind}`;
  return `${value.text}${leads}${value.step === null ? '' : `→${value.step}`}`;
}

const valuesText = (values: readonly Value[]): string => values.map(valueText).join(' ');

function blockText(block: Block): string[] {
  switch (block.kind) {
    case 'facts':
      return block.facts.map((fact) => `  ${fact.term}: ${valuesText(fact.values)}`);
    case 'table':
      return [
        `  | ${block.head.join(' | ')}`,
        ...block.rows.map(
          (row) => `  ${row.tone === 'plain' ? '|' : row.tone} ${row.cells.map(valuesText).join(' | ')}`,
        ),
      ];
    case 'history':
      return block.lines.map((line) => `  ${line.stepText}: ${line.sentence}`);
    case 'list':
      return block.lines.map((line) => `  ${line}`);
    case 'values':
      return [`  ${valuesText(block.values)}`];
    case 'note':
    case 'code':
      return [`  ${block.text}`];
    default:
      return [];
  }
}

export function inspectionText(inspection: Inspection, keys?: readonly string[]): string {
  const sections = inspection.sections.filter((section) => keys === undefined || keys.includes(section.key));
  return [
    `${inspection.kind}: ${inspection.title}`,
    inspection.lead,
    ...sections.flatMap((section) => [
      `${section.title}${section.count === null ? '' : ` (${section.count})`}`,
      ...section.blocks.flatMap(blockText),
    ]),
  ].join('\n');
}
