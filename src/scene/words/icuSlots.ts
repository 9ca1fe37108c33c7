// The values that a message asks for, read from its text by the compiler: leaving one out, or giving a text where a plural
// wants a number, does not type-check.

/** What comes first in a text: an opening or a closing brace, and what follows it. */
type Cut<S extends string> = S extends `${infer Head}{${infer Tail}`
  ? Head extends `${string}}${string}`
    ? Closing<S>
    : ['{', Tail]
  : Closing<S>;
type Closing<S extends string> = S extends `${string}}${infer Tail}` ? ['}', Tail] : null;

/** `Stack`: 'm' inside a message, 'a' inside an argument, innermost first. */
type Walk<S extends string, Stack extends string, Found> =
  Cut<S> extends ['{', infer Tail extends string]
    ? Stack extends `m${string}`
      ? Argument<Tail, Stack, Found>
      : Walk<Tail, `m${Stack}`, Found>
    : Cut<S> extends ['}', infer Tail extends string]
      ? Stack extends `${'m' | 'a'}${infer Outer}`
        ? Walk<Tail, Outer, Found>
        : Found
      : Found;

type Argument<S extends string, Stack extends string, Found> = S extends `${infer Name}}${infer Tail}`
  ? Name extends `${infer Bare}, ${string}`
    ? S extends `${string}, ${infer Kind}, ${infer Forms}`
      ? Walk<Forms, `a${Stack}`, Found | [Bare, Kind extends 'plural' ? number : string]>
      : Found
    : Walk<Tail, Stack, Found | [Name, string]>
  : Found;

type Pairs<S extends string> = Walk<S, 'm', never>;

/** The values of a message: text for an argument and a select, a number for a plural. */
export type Slots<S extends string> = {
  readonly [Pair in Pairs<S> as Pair extends [infer Name extends string, unknown]
    ? Name
    : never]: Pair extends [string, infer Value extends string | number] ? Value : never;
};
