import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import * as z from 'zod';
import type { LambdaReply } from '../../../functions/web/http/answer-requests.ts';
import type { Answers, Question } from '../../../shared/journeys/question.ts';
import { formValues } from '../../../shared/journeys/form-values.ts';
import { oddNames } from './texts.ts';
import type { Endpoint, Way } from './endpoints.ts';
import type { Room } from './rooms.ts';
import { type Attack, anyJson, anyText, attacksOn, type Dice, diceOf, oneOf, valueIn } from './values.ts';
import { aForm, someJson } from '../http-event.ts';

/** One bad or odd request, and what the answer to it must contain. */
interface Case {
  readonly what: string;
  readonly way: Way;
  readonly event: (token: string) => unknown;
  /** The field that a refusal must name; undefined when the whole body is at fault. */
  readonly field?: string;
  /** Whether the request must be refused. */
  readonly bad: boolean;
  /** A text that must be stored, but for what cannot be seen in it, if the request is accepted. */
  readonly carried?: string;
  readonly asForm?: true;
}

export interface Tally {
  readonly endpoint: string;
  handMade: number;
  generated: number;
  refused: number;
  accepted: number;
  faults: string[];
}

const problem = z.object({
  code: z.string(),
  errors: z
    .array(z.object({ field: z.string(), message: z.string().min(1), rule: z.string().optional() }))
    .optional(),
});

/** Rules about a body as a whole. If one of them is broken, the refusal names no field. */
const WHOLE = [
  'json-name-not-allowed',
  'json-too-deep',
  'json-too-many-values',
  'json-not-readable',
  'body-too-large',
];

const fieldsText = (good: Answers, without?: string): readonly string[] =>
  Object.entries(good)
    .filter(([name]) => name !== without)
    .map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`);

const jsonOf = (good: Answers, changes: Readonly<Record<string, string>>): string => {
  const kept = Object.entries(good).filter(([name]) => !Object.hasOwn(changes, name));
  const changed = Object.entries(changes).map(([name, json]) => `${JSON.stringify(name)}:${json}`);
  return `{${[...fieldsText(Object.fromEntries(kept)), ...changed].join(',')}}`;
};

const sending =
  (way: Way, text: string) =>
  (token: string): unknown =>
    someJson(way.path(token), text);

const carriedKinds = ['text', 'textarea', 'suggest'];

/** Whether a question refuses a value. A number where text is asked for counts as that text. */
const isRefused = ({ kind, schema }: Question, value: unknown): boolean =>
  !schema.safeParse(typeof value === 'number' && ['text', 'tel'].includes(kind) ? String(value) : value)
    .success;

const attackCase = (way: Way, question: Question, attack: Attack): Case => ({
  what: `${question.name}: ${attack.what}`,
  way,
  event: sending(way, jsonOf(way.good, { [question.name]: attack.json })),
  field: question.name,
  bad: attack.bad || isRefused(question, valueIn(attack.json)),
  ...(attack.text !== undefined && carriedKinds.includes(question.kind) ? { carried: attack.text } : {}),
});

const formCase = (way: Way, question: Question, attack: Attack): readonly Case[] => {
  if (attack.text?.isWellFormed() !== true || question.kind === 'date') return [];
  const fields = { ...formValues(way.questions, way.good), [question.name]: attack.text };
  const body = new URLSearchParams(
    Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one) => [name, one])),
  );
  return [
    {
      what: `${question.name} in a form: ${attack.what}`,
      way,
      event: (token) => aForm(way.path(token), body.toString()),
      bad: false,
      asForm: true,
    },
  ];
};

const unknownCase = (way: Way, name: string, json: string): Case => ({
  what: `a field “${name.slice(0, 20)}”`,
  way,
  event: sending(way, jsonOf(way.good, { [name]: json })),
  field: name,
  bad: true,
});

const wholeBodies: readonly (readonly [string, string])[] = [
  ['a list', '[]'],
  ['a list of an object', '[{}]'],
  ['a word', '"yes"'],
  ['a number', '1'],
  ['null', 'null'],
  ['true', 'true'],
  ['nothing', ''],
  ['a space', ' '],
  ['half an object', '{"name":'],
  ['a comment', '{/* */}'],
  ['single quotes', "{'name':'x'}"],
  ['a comma too many', '{"name":"x",}'],
  ['not a number', '{"name":NaN}'],
  ['a prototype', '{"__proto__":{"name":"x"}}'],
  ['a deep prototype', '{"name":{"a":{"__proto__":1}}}'],
  ['40 levels', `${'['.repeat(40)}${']'.repeat(40)}`],
  ['10,000 levels', `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`],
  ['2,000 values', JSON.stringify(Array.from({ length: 2_000 }, () => 0))],
  [
    '2,000 fields',
    JSON.stringify(Object.fromEntries(Array.from({ length: 2_000 }, (_, key) => [`k${key}`, 0]))),
  ],
  ['70 KB', JSON.stringify({ name: 'a'.repeat(70_000) })],
  ['two bodies', '{}{}'],
  ['a lone surrogate as a name', '{"\\ud83d":1}'],
];

/** Lists bodies that every endpoint must refuse as a whole. */
const wholeCases = (way: Way): readonly Case[] => [
  ...wholeBodies.map(([what, text]) => ({ what, way, event: sending(way, text), bad: true })),
  {
    what: '900 fields that nobody asked for',
    way,
    event: sending(
      way,
      jsonOf(way.good, Object.fromEntries(Array.from({ length: 900 }, (_, key) => [`surplus${key}`, '0']))),
    ),
    field: 'surplus0',
    bad: true,
  },
];

const handMade = ({ ways, takesAnything }: Endpoint): readonly Case[] =>
  ways.flatMap((way) => {
    const missing = way.questions
      // A body without a kind of request is before a course, as in version 0.4.0.
      .filter(({ name }) => way.keepsTheRest !== true && name in way.good && name !== 'kind')
      .map((question): Case => {
        const body = `{${fieldsText(way.good, question.name).join(',')}}`;
        return {
          what: `${question.name}: left out`,
          way,
          event: sending(way, body),
          field: question.name,
          bad: question.optional !== true,
        };
      });
    const cases = [
      ...way.questions.flatMap((question) =>
        attacksOn(question).flatMap((attack) => [
          attackCase(way, question, attack),
          ...formCase(way, question, attack),
        ]),
      ),
      ...missing,
      ...oddNames.flatMap((name) =>
        ['"x"', '{"toString":1}', '[]', 'null', '1e999', 'true'].map((json) => unknownCase(way, name, json)),
      ),
      ...wholeCases(way),
    ];
    return takesAnything === true ? cases.map((one) => ({ ...one, bad: false })) : cases;
  });

const generatedCase = ({ ways, takesAnything }: Endpoint, dice: Dice): Case => {
  const way = oneOf(dice, ways);
  if (way.questions.length === 0 || dice(12) === 0) {
    const name = dice(3) === 0 ? oneOf(dice, oddNames) : `x${anyText(dice)}`;
    return { ...unknownCase(way, name, anyJson(dice)), bad: takesAnything !== true };
  }
  const question = oneOf(dice, way.questions);
  const attack = ((): Attack => {
    if (dice(3) === 0) return oneOf(dice, attacksOn(question));
    const text = dice(2) === 0 ? anyText(dice) : undefined;
    const json = text === undefined ? anyJson(dice) : JSON.stringify(text);
    return { what: json.slice(0, 60), json, bad: false, ...(text === undefined ? {} : { text }) };
  })();
  const [form] = dice(4) === 0 ? formCase(way, question, attack) : [];
  if (form !== undefined) return form;
  const first = attackCase(way, question, attack);
  if (dice(3) !== 0) return first;
  // Spoils other fields too, but not the one that the refusal must name.
  const others = Array.from({ length: 1 + dice(3) }, () => oneOf(dice, way.questions))
    .filter(({ name, when }) => name !== question.name && when === undefined)
    .filter(({ name }) => !way.questions.some((one) => one.when !== undefined) || !(name in way.good))
    .map(({ name }) => [name, anyJson(dice)] as const);
  const changes = { ...Object.fromEntries(others), [question.name]: attack.json };
  const { carried: _, ...rest } = first;
  return { ...rest, event: sending(way, jsonOf(way.good, changes)) };
};

const unseen = /(?![\n\t\r\v\f\u0085\u200c\u200d])[\p{Cc}\p{Cf}\p{Co}\p{Noncharacter_Code_Point}]/gu;

const tidy = (text: string): string =>
  text
    .replaceAll(unseen, '')
    .normalize('NFC')
    .replaceAll(/[\s\u0085]+/gu, ' ')
    .trim();

/** Lists every text in a stored row, with each run of white space as one space. */
const textsOf = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [tidy(value)];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
};

const isCarried = (room: Room, text: string): boolean =>
  room.table.rows().some((row) => textsOf(row).includes(tidy(text)));

const refusalFault = (one: Case, reply: LambdaReply, names: ReadonlySet<string>): string | undefined => {
  if (one.asForm === true && reply.headers['content-type']?.startsWith('text/html'))
    return reply.statusCode !== 422 || reply.body.includes('data-error-summary')
      ? undefined
      : 'no summary of errors';
  const read = problem.safeParse(JSON.parse(reply.body));
  if (!read.success) return `no problem document: ${reply.body.slice(0, 200)}`;
  const { code, errors = [] } = read.data;
  if (errors.length > 100) return `${errors.length} errors`;
  // A body with a malformed text is refused before its fields are checked.
  const unreadable = errors.length > 0 && errors.every(({ rule }) => rule === 'broken-character');
  if (WHOLE.includes(code) || unreadable || one.field === undefined) return undefined;
  const named = errors.map(({ field }) => field);
  if (one.bad && code === 'fields-not-accepted' && errors.length < 100) {
    const { field } = one;
    if (!named.some((name) => name === field || name.startsWith(`${field}.`)))
      return `${code} names ${named.join(', ') || 'nothing'}`;
  }
  const strange = named.filter(
    (name) => !names.has(name.split('.')[0] ?? '') && name !== one.field && name !== '',
  );
  return strange.length > 0 && one.field in one.way.good ? `names ${strange.join(', ')}` : undefined;
};

/** Returns the fault in an answer; undefined if the answer is right. */
const faultIn = (one: Case, room: Room, reply: LambdaReply, written: number, known: ReadonlySet<string>) => {
  const { statusCode: status } = reply;
  if (status >= 500)
    return `${status} ${JSON.stringify(room.surprises().at(-1) ?? reply.body.slice(0, 200))}`;
  if (status >= 400)
    return written > 0 ? `${status}, but ${written} commits` : refusalFault(one, reply, known);
  if (one.bad) return `taken with ${status}`;
  if (one.carried !== undefined && written > 0 && !isCarried(room, one.carried))
    return `not carried: ${JSON.stringify(one.carried)}`;
  return undefined;
};

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** Bytes in use after garbage collection. */
export const heapUsed = (): number => {
  collect();
  return process.memoryUsage().heapUsed;
};

/**
 * Sends bad and odd requests to one endpoint over a table in memory: all those written by hand, and as many generated
 * ones as `generated` says. The service is built anew after each accepted request.
 */
export const campaign = async (endpoint: Endpoint, generated: number, seed: number): Promise<Tally> => {
  const tally: Tally = {
    endpoint: endpoint.route,
    handMade: 0,
    generated: 0,
    refused: 0,
    accepted: 0,
    faults: [],
  };
  const known = new Set(endpoint.known.map(({ name }) => name));
  const rooms = new Map<Way, Room>();

  const attack = async (one: Case): Promise<void> => {
    const room = rooms.get(one.way) ?? (await one.way.room());
    rooms.set(one.way, room);
    const before = room.commits();
    const reply = await room.send(one.event(room.token));
    const written = room.commits() - before;
    const fault = faultIn(one, room, reply, written, known);
    if (fault !== undefined && tally.faults.length < 40)
      tally.faults.push(`${one.way.path('')} ${one.what}: ${fault}`);
    if (reply.statusCode >= 400) tally.refused += 1;
    else tally.accepted += 1;
    if (written > 0) rooms.delete(one.way);
  };

  for (const one of handMade(endpoint)) {
    await attack(one);
    tally.handMade += 1;
  }
  const dice = diceOf(seed);
  for (let count = 0; count < generated; count += 1) {
    await attack(generatedCase(endpoint, dice));
    tally.generated += 1;
  }
  return tally;
};

/** Sends the good answers unchanged, to show that the endpoint works when it is not attacked. */
export const sendGood = async (way: Way): Promise<{ readonly status: number; readonly body: string }> => {
  const room = await way.room();
  const reply = await room.send(someJson(way.path(room.token), jsonOf(way.good, {})));
  return { status: reply.statusCode, body: reply.body };
};
