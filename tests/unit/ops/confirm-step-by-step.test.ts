import { expect, it } from 'vitest';
import { confirmStepByStep } from '../../../infra/ops/confirm-step-by-step.ts';
import { roundInWords } from '../../../infra/ops/round-in-words.ts';

const round = {
  id: 'r1',
  name: 'Autumn',
  state: 'confirming',
  wave: 0,
  coursesFrom: '2027-09-01',
  coursesTo: '2027-09-30',
  seedHash: 'x',
  offersMade: 0,
};

const confirming = async (answers: readonly object[]) => {
  const asked: number[] = [];
  const said: string[] = [];
  const answer = await confirmStepByStep({
    ask: (from) => {
      asked.push(from);
      return Promise.resolve(answers[asked.length - 1]);
    },
    say: (words) => said.push(words),
  });
  return { asked, said, answer };
};

it('every step counts into what is told at the end: offers made, and those that could not be', async () => {
  const { asked, said, answer } = await confirming([
    { round, done: 25, of: 60, offersMade: 24, notMade: [{ seatId: 's1', reason: 'seat-taken' }] },
    { round, done: 50, of: 60, offersMade: 25, notMade: [] },
    { round, done: 60, of: 60, offersMade: 9, notMade: [{ seatId: 's2', reason: 'not-eligible' }] },
  ]);
  expect(asked).toEqual([0, 25, 50]);
  expect(said).toEqual([
    'Offers gone through: 25 of 60',
    'Offers gone through: 50 of 60',
    'Offers gone through: 60 of 60',
  ]);
  expect(answer).toEqual({
    round,
    done: 60,
    of: 60,
    offersMade: 58,
    notMade: [
      { seatId: 's1', reason: 'seat-taken' },
      { seatId: 's2', reason: 'not-eligible' },
    ],
  });
  expect(roundInWords(answer)).toMatch(/offers made just now {5}58\n.*s1: seat-taken\n.*s2: not-eligible/u);
});

it('a plan that fits into one step is asked for once', async () => {
  const only = { round, done: 3, of: 3, offersMade: 3, notMade: [] };
  expect(await confirming([only])).toMatchObject({ asked: [0], answer: only });
});
