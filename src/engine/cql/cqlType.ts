// The types of CQL in early 2016 as values (SPEC C8), with the four that came that spring.

/** CQL name -> simple class name. `legacy date` is DateType: no CQL name leads to it any more, stored tables may have it. */
export const CLASS_OF = {
  ascii: 'AsciiType',
  bigint: 'LongType',
  blob: 'BytesType',
  boolean: 'BooleanType',
  counter: 'CounterColumnType',
  decimal: 'DecimalType',
  double: 'DoubleType',
  float: 'FloatType',
  inet: 'InetAddressType',
  int: 'Int32Type',
  text: 'UTF8Type',
  timestamp: 'TimestampType',
  timeuuid: 'TimeUUIDType',
  date: 'SimpleDateType',
  smallint: 'ShortType',
  time: 'TimeType',
  tinyint: 'ByteType',
  uuid: 'UUIDType',
  varint: 'IntegerType',
  'legacy date': 'DateType',
} as const;

export type AtomicName = keyof typeof CLASS_OF;

/** A type as CQL has it. A tuple is always frozen; so is whatever stands inside a frozen type. */
export type CqlType =
  | { readonly kind: 'atomic'; readonly name: AtomicName }
  | { readonly kind: 'list' | 'set'; readonly element: CqlType; readonly frozen: boolean }
  | { readonly kind: 'map'; readonly key: CqlType; readonly value: CqlType; readonly frozen: boolean }
  | { readonly kind: 'tuple'; readonly elements: readonly CqlType[] };

/** The names that CQL knows, with `varchar`, which is another word for text. */
export const ATOMIC_NAMES: ReadonlyMap<string, AtomicName> = new Map([
  ...(Object.keys(CLASS_OF) as AtomicName[])
    .filter((name) => name !== 'legacy date')
    .map((name) => [name, name] as const),
  ['varchar', 'text'] as const,
]);

/** Whether values of the type are stored as one cell for each element. */
export function isMultiCellType(type: CqlType): boolean {
  return type.kind !== 'atomic' && type.kind !== 'tuple' && !type.frozen;
}

/** The type frozen all the way down. */
export function frozen(type: CqlType): CqlType {
  switch (type.kind) {
    case 'atomic':
    case 'tuple':
      return type;
    case 'map':
      return { kind: 'map', key: frozen(type.key), value: frozen(type.value), frozen: true };
    default:
      return { kind: type.kind, element: frozen(type.element), frozen: true };
  }
}

/** A type as one writes it in CQL. */
export function cqlText(type: CqlType): string {
  switch (type.kind) {
    case 'atomic':
      return type.name === 'legacy date' ? 'timestamp' : type.name;
    case 'tuple':
      return `tuple<${type.elements.map(cqlText).join(', ')}>`;
    default: {
      const parts = type.kind === 'map' ? [type.key, type.value] : [type.element];
      const name = `${type.kind}<${parts.map(cqlText).join(', ')}>`;
      return type.frozen ? `frozen<${name}>` : name;
    }
  }
}
