// ICU MessageFormat, as far as the catalogue goes: arguments, plural, select, '#', doubled apostrophes. The page's own words
// only, so the plural rule is data of the catalogue and nothing asks the machine for its locale. The test holds every
// message against this grammar.

export type Values = Readonly<Record<string, string | number>>;

type Part =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'argument'; readonly name: string }
  /** '#': the number that the plural around it is about. */
  | { readonly kind: 'number' }
  | {
      readonly kind: 'plural' | 'select';
      readonly name: string;
      readonly forms: ReadonlyMap<string, Message>;
    };

export type Message = readonly Part[];

/** 'one' or 'other' of a number, and whatever other categories a language has. */
export type PluralRule = (count: number) => string;

interface Reader {
  readonly source: string;
  at: number;
}

function fail(reader: Reader, problem: string): never {
  throw new Error(`Message '${reader.source}', character ${reader.at + 1}: ${problem}`);
}

function wordAt(reader: Reader): string {
  const word = /^\s*([=\w]+)\s*/u.exec(reader.source.slice(reader.at));
  if (word === null) {
    return fail(reader, 'a name is expected here.');
  }
  reader.at += word[0].length;
  return word[1] ?? '';
}

function expect(reader: Reader, sign: string): void {
  if (reader.source[reader.at] !== sign) {
    fail(reader, `'${sign}' is expected here.`);
  }
  reader.at += 1;
}

function formsAt(reader: Reader, inPlural: boolean): ReadonlyMap<string, Message> {
  const forms = new Map<string, Message>();
  while (/^\s*[^}\s]/u.test(reader.source.slice(reader.at))) {
    const name = wordAt(reader);
    expect(reader, '{');
    forms.set(name, messageAt(reader, inPlural));
    expect(reader, '}');
  }
  if (!forms.has('other')) {
    fail(reader, "the form 'other' is missing.");
  }
  return forms;
}

function argumentAt(reader: Reader, inPlural: boolean): Part {
  expect(reader, '{');
  const name = wordAt(reader);
  if (reader.source[reader.at] === '}') {
    reader.at += 1;
    return { kind: 'argument', name };
  }
  expect(reader, ',');
  const kind = wordAt(reader);
  if (kind !== 'plural' && kind !== 'select') {
    return fail(reader, `'${kind}' is no kind of argument that is known here.`);
  }
  expect(reader, ',');
  const forms = formsAt(reader, inPlural || kind === 'plural');
  expect(reader, '}');
  return { kind, name, forms };
}

function messageAt(reader: Reader, inPlural: boolean): Message {
  const parts: Part[] = [];
  let text = '';
  const flush = (): void => {
    if (text !== '') {
      parts.push({ kind: 'text', text });
      text = '';
    }
  };
  for (let sign = reader.source[reader.at]; sign !== undefined && sign !== '}'; ) {
    if (sign === '{') {
      flush();
      parts.push(argumentAt(reader, inPlural));
    } else if (sign === '#' && inPlural) {
      flush();
      parts.push({ kind: 'number' });
      reader.at += 1;
    } else {
      text += sign;
      reader.at += sign === "'" && reader.source[reader.at + 1] === "'" ? 2 : 1;
    }
    sign = reader.source[reader.at];
  }
  flush();
  return parts;
}

/** A message of the catalogue, read. One that is not well formed throws: catalogues are ours. */
export function parseMessage(source: string): Message {
  const reader = { source, at: 0 };
  const message = messageAt(reader, false);
  return reader.at === source.length ? message : fail(reader, 'nothing is open that this closes.');
}

function formOf(part: Extract<Part, { forms: unknown }>, value: string | number, rule: PluralRule): Message {
  const { forms, kind } = part;
  const chosen = kind === 'select' ? forms.get(String(value)) : forms.get(`=${value}`);
  const category = kind === 'select' ? 'other' : rule(Number(value));
  return chosen ?? forms.get(category) ?? forms.get('other') ?? [];
}

/** The words of a message with its values in their places. Values are only ever text. */
export function formatMessage(message: Message, values: Values, rule: PluralRule, count?: number): string {
  let text = '';
  for (const part of message) {
    switch (part.kind) {
      case 'text':
        // A value that ends with a stop of its own, or is cut there, ends its sentence too: 'Ada L.'
        text += /[.…]$/u.test(text) ? part.text.replace(/^\.(?=\s|$)/u, '') : part.text;
        break;
      case 'argument':
        text += String(values[part.name] ?? '');
        break;
      case 'number':
        text += String(count ?? '');
        break;
      default: {
        const value = values[part.name] ?? '';
        const inner = part.kind === 'plural' ? Number(value) : count;
        text += formatMessage(formOf(part, value, rule), values, rule, inner);
      }
    }
  }
  return text;
}

/** The names in a message, each with the values that choose its form (none for a plain argument). */
export function argumentsOf(message: Message): readonly { readonly name: string; readonly kind: string }[] {
  return message.flatMap((part) => {
    switch (part.kind) {
      case 'argument':
        return [{ name: part.name, kind: part.kind }];
      case 'plural':
      case 'select':
        return [{ name: part.name, kind: part.kind }, ...[...part.forms.values()].flatMap(argumentsOf)];
      default:
        return [];
    }
  });
}
