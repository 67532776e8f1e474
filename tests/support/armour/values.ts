import type { Question } from '../../../shared/journeys/question.ts';
import { brokenTexts, emptyTexts, lineEnds, oddTexts, unseenTexts } from './texts.ts';

/** One attack on one field. */
export interface Attack {
  readonly what: string;
  /** The value as JSON text, because 1e999, a lone surrogate and a duplicate name can only be written as text. */
  readonly json: string;
  /** Whether every field of this kind must refuse the value. */
  readonly bad: boolean;
  /** The value's text, if the value is a text. */
  readonly text?: string;
}

type Schema = Question['schema'];
type Definition = Schema['_zod']['def'] & Readonly<Record<string, unknown>>;

/** The innermost type of a schema, and whether it is optional. */
interface Shape {
  readonly type: string;
  readonly optional: boolean;
  readonly options: readonly string[];
  readonly format: string | undefined;
  readonly ofMany: boolean;
}

const definitionOf = (schema: unknown): Definition => (schema as Schema)._zod.def as Definition;

/** Finds the innermost type of a zod schema. */
const shapeOf = (schema: unknown, sofar: Partial<Shape> = {}): Shape => {
  const def = definitionOf(schema);
  switch (def.type as string) {
    case 'optional':
      return shapeOf(def['innerType'], { ...sofar, optional: true });
    case 'pipe':
      // Describes a pipe that starts with a transform by what follows the transform, and any other pipe by its input.
      return shapeOf(definitionOf(def['in']).type === 'transform' ? def['out'] : def['in'], sofar);
    case 'array':
      return shapeOf(def['element'], { ...sofar, ofMany: true });
    default:
      return {
        type: def.type,
        optional: sofar.optional ?? false,
        ofMany: sofar.ofMany ?? false,
        format: typeof def['format'] === 'string' ? def['format'] : undefined,
        options: Object.values((def['entries'] ?? {}) as Record<string, string>),
      };
  }
};

const bad = (what: string, value: unknown): Attack => ({ what, json: JSON.stringify(value), bad: true });
const raw = (what: string, json: string): Attack => ({ what, json, bad: true });
const texts = (list: readonly (readonly [string, string])[], isBad: boolean) =>
  list.map(([what, text]) => ({ what, json: JSON.stringify(text), bad: isBad, text }));

const otherThan = (...types: readonly string[]): readonly Attack[] =>
  [
    { type: 'string', attack: bad('a word', 'several') },
    { type: 'number', attack: bad('a number', 99) },
    { type: 'boolean', attack: bad('a truth', true) },
    { type: 'null', attack: bad('null', null) },
    { type: 'array', attack: bad('a list', ['x']) },
    { type: 'array', attack: bad('a list of nothing', [[]]) },
    { type: 'object', attack: bad('an object', { toString: 'x' }) },
    { type: 'object', attack: bad('an object that looks like a list', { 0: 'x', length: 1 }) },
    { type: 'object', attack: raw('an object with a prototype', '{"constructor":{"prototype":{"x":1}}}') },
  ].flatMap(({ type, attack }) => (types.includes(type) ? [] : [attack]));

const numbers: readonly Attack[] = [
  bad('a fraction', 1.5),
  bad('the smallest fraction', 5e-324),
  bad('below nothing', -1_000_000_000),
  bad('huge', 1e308),
  raw('past what is exact', '9007199254740993'),
  raw('infinite', '1e999'),
  raw('infinitely small', '-1e999'),
  bad('hexadecimal', '0x10'),
  bad('not a number', 'NaN'),
];

/** Numbers of hours may be in quarters, and may come as text. */
const hours: readonly Attack[] = [
  ...numbers.filter(({ what }) => !['a fraction', 'its text'].includes(what)),
  bad('a tenth of an hour', 20.1),
  bad('minutes that are no quarter', '20h10'),
  bad('two numbers', '20 or 30'),
];

const days: readonly Attack[] = [
  '2027-02-30',
  '2027-02-29',
  '2027-13-01',
  '2027-00-10',
  '2027-01-00',
  '2027-01-32',
  '0000-00-00',
  '20270101',
  '2027-01-01T00:00:00Z',
  '1999-12-31',
  '2100-01-01',
  '+002027-01-01',
  '-2027-01-01',
  '٢٠٢٧-٠١-٠١',
  'tomorrow',
].map((day) => bad(`the day ${day}`, day));

const choices = (options: readonly string[]): readonly Attack[] => [
  ...options
    .slice(0, 3)
    .flatMap((option) => [
      bad(`${option} and more`, `${option}s`),
      bad(`half of ${option}`, option.slice(1)),
    ]),
  ...['nonsense', '', '__proto__', 'constructor', 'toString', 'hasOwnProperty', '0'].map((name) =>
    bad(`the choice “${name}”`, name),
  ),
];

const lists = (options: readonly string[]): readonly Attack[] => [
  ...choices(options).map(({ what, json }) => raw(`a list with ${what}`, `[${json}]`)),
  ...choices(options).map(({ what, json }) => raw(`a good list and ${what}`, `["${options[0]!}",${json}]`)),
  bad(
    'the same 500 times',
    Array.from({ length: 500 }, () => options[0]),
  ),
  bad('a hole', [options[0], null]),
  bad('a list in a list', [[options[0]]]),
  { ...bad('the same twice', [options[0], options[0]]), bad: false },
];

const valuesOf = ({ kind }: Question, shape: Shape): readonly Attack[] => {
  const { type, format, ofMany, options } = shape;
  if (ofMany) return [...lists(options), ...otherThan('array'), bad('an object', {})];
  switch (type) {
    case 'enum':
      return [...choices(options), ...otherThan()];
    case 'boolean':
      return [bad('one', 1), bad('zero', 0), ...otherThan('boolean')];
    case 'literal':
      return [bad('a no', false), bad('a no in words', 'no'), bad('one', 1), ...otherThan('boolean')];
    case 'number':
      return [...(kind === 'hours' ? hours : numbers), ...otherThan('number')];
    case 'string':
      return format === 'date'
        ? [...days, ...texts(brokenTexts, true), ...otherThan()]
        : [
            ...texts(brokenTexts, true),
            ...texts(unseenTexts, false),
            ...texts(lineEnds, kind !== 'textarea'),
            ...texts(oddTexts, false),
            ...texts(emptyTexts, true),
            ...otherThan('string', ...(kind === 'text' ? ['number'] : [])),
          ];
    default:
      throw new Error(`nobody has thought about how to attack a ${type}`);
  }
};

/**
 * Lists the attacks written by hand that apply to a question's field. They are chosen by the field's schema, so that
 * new fields are covered too.
 */
export const attacksOn = (question: Question): readonly Attack[] => {
  const shape = shapeOf(question.schema);
  const empty = shape.ofMany ? [{ ...bad('an empty list', []), bad: !shape.optional }] : [];
  return [...empty, ...valuesOf(question, shape)];
};

/**
 * Returns a whole number that is at least 0 and less than `below`. The same seed always gives the same sequence.
 */
export type Dice = (below: number) => number;

export const diceOf = (seed: number): Dice => {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
};

export const oneOf = <Item>(dice: Dice, list: readonly Item[]): Item => {
  const found = list[dice(list.length)];
  if (found === undefined) throw new Error('there is nothing to choose from');
  return found;
};

const pieces = [...brokenTexts, ...lineEnds, ...oddTexts, ...emptyTexts]
  .map(([, text]) => text)
  .filter((text) => text.length < 200);

/** Generates a text from known difficult pieces and from characters anywhere in Unicode. */
export const anyText = (dice: Dice): string =>
  Array.from({ length: 1 + dice(4) }, () =>
    dice(2) === 0 ? oneOf(dice, pieces) : String.fromCodePoint(dice(8) === 0 ? dice(0x110000) : dice(0x3000)),
  ).join(dice(2) === 0 ? '' : ' ');

/** Generates a JSON value, as text. */
export const anyJson = (dice: Dice, depth = 0): string => {
  switch (dice(depth > 3 ? 5 : 8)) {
    case 0:
      return JSON.stringify(anyText(dice));
    case 1:
      return String((dice(2_000_001) - 1_000_000) / oneOf(dice, [1, 1, 3, 1e-9, 1e9]));
    case 2:
      return oneOf(dice, ['true', 'false', 'null', '0', '-0', '1e999', '""', '[]', '{}']);
    case 3:
    case 4:
      return JSON.stringify(oneOf(dice, pieces));
    case 5:
    case 6:
      return `[${Array.from({ length: dice(5) }, () => anyJson(dice, depth + 1)).join(',')}]`;
    default:
      return `{${Array.from({ length: dice(4) }, () => `${JSON.stringify(anyText(dice))}:${anyJson(dice, depth + 1)}`).join(',')}}`;
  }
};

/** Parses JSON text. @throws SyntaxError if the text is not JSON */
export const valueIn = (json: string): unknown => JSON.parse(json) as unknown;
