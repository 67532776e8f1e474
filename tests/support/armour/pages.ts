import { checkStep } from '../../../shared/journeys/check-journey.ts';
import { parseForm } from '../../../shared/journeys/parse-form.ts';
import type { Answers, Journey, Question, QuestionStep } from '../../../shared/journeys/question.ts';
import { formValues } from '../../../shared/journeys/form-values.ts';
import type { Tally } from './campaign.ts';
import type { Room } from './rooms.ts';
import { anyText, attacksOn, type Dice, diceOf, oneOf, valueIn } from './values.ts';
import { TODAY } from '../builders.ts';
import { aForm, anEvent } from '../http-event.ts';
import { hiddenIn } from '../registration-service.ts';

interface PageCase {
  readonly step: QuestionStep;
  readonly question: Question;
  readonly text: string;
  /** Whether the page must refuse the value, even if the schema accepts it. */
  readonly bad: boolean;
}

type Fields = Readonly<Record<string, readonly string[]>>;
const TEXTS = ['text', 'textarea', 'suggest'];

/** Lists every attack on a page of a journey that can be sent in a field of a form. */
const handMade = ({ steps }: Journey): readonly PageCase[] =>
  steps.flatMap((step) =>
    step.questions.flatMap((question) =>
      attacksOn(question).flatMap(({ json, bad }) => {
        const text: unknown = valueIn(json);
        const asText = typeof text === 'number' ? String(text) : text;
        if (typeof asText !== 'string' || !asText.isWellFormed()) return [];
        const typed = TEXTS.includes(question.kind) && typeof text === 'string' && asText.trim() !== '';
        return [{ step, question, text: asText, bad: bad && typed && question.when === undefined }];
      }),
    ),
  );

const generated = (all: readonly PageCase[], dice: Dice): PageCase => {
  const one = oneOf(dice, all);
  return dice(3) === 0 ? one : { ...one, text: anyText(dice).toWellFormed(), bad: false };
};

/** Returns the fields of a page, one of them with a bad value. */
const spoilt = ({ step, question, text }: PageCase, good: Answers): Fields => {
  const others = step.questions.filter(({ name }) => name !== question.name);
  const fields = Object.entries(formValues(others, good)).map(
    ([name, value]) => [name, [value].flat()] as const,
  );
  return { ...Object.fromEntries(fields), [question.name]: [text] };
};

const encoded = (fields: Fields): string =>
  new URLSearchParams(
    Object.entries(fields).flatMap(([name, values]) => values.map((value) => [name, value])),
  ).toString();

const isNamed = (html: string, name: string): boolean =>
  new RegExp(`href="#${name}(-\\w+)?"`, 'u').test(/data-error-summary.*?<\/ul>/su.exec(html)?.[0] ?? '');

const faultOf = async (
  one: PageCase,
  { room, good, path, encrypted }: { room: Room; good: Answers; path: string; encrypted: Fields },
): Promise<{ readonly refused: boolean; readonly fault: string | undefined }> => {
  const { step, question, bad } = one;
  const fields = spoilt(one, good);
  const reply = await room.send(aForm(`${path}/${step.slug}`, encoded({ ...encrypted, ...fields })));
  const { errors } = checkStep(step, parseForm(step.questions, fields), TODAY);
  const expected = errors.some(({ field }) => field === question.name);
  const refused = reply.statusCode === 422;
  const fault = ((): string | undefined => {
    if (![200, 303, 422].includes(reply.statusCode)) return String(reply.statusCode);
    if (room.commits() > 0) return 'wrote';
    if ((bad || expected) && !(refused && isNamed(reply.body, question.name)))
      return `${reply.statusCode}, not named`;
    return refused && errors.length === 0 ? 'refused what its check takes' : undefined;
  })();
  return { refused, fault };
};

/** Sends bad forms to the question pages of a journey: all those written by hand and `count` generated ones. */
export const pagesCampaign = async (
  journey: Journey,
  good: Answers,
  open: () => Promise<Room>,
  count: number,
  seed: number,
): Promise<Tally> => {
  const path = `/${journey.id}`;
  const room = await open();
  const first = await room.send(anEvent({ path: `${path}/${journey.steps[0]?.slug ?? ''}` }));
  const scene = { room, good, path, encrypted: hiddenIn(first.body) };
  const all = handMade(journey);
  const dice = diceOf(seed);
  const tally: Tally = {
    endpoint: `POST ${path}/{step}`,
    handMade: 0,
    generated: 0,
    refused: 0,
    accepted: 0,
    faults: [],
  };
  const attack = async (one: PageCase): Promise<void> => {
    const { refused, fault } = await faultOf(one, scene);
    tally[refused ? 'refused' : 'accepted'] += 1;
    if (fault !== undefined && tally.faults.length < 40)
      tally.faults.push(
        `${one.step.slug} ${one.question.name}: ${JSON.stringify(one.text).slice(0, 60)}: ${fault}`,
      );
  };
  for (const one of all) {
    await attack(one);
    tally.handMade += 1;
  }
  for (let done = 0; done < count; done += 1) {
    await attack(generated(all, dice));
    tally.generated += 1;
  }
  return tally;
};
