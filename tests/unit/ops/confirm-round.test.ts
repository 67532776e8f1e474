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

const seat = (seatId: string) => ({ seatId, reason: 'seat-taken' });

it('the last answer counts the offers of all calls and lists a seat without an offer once', async () => {
  const { asked, said, answer } = await confirming([
    { round, done: 25, of: 60, offersMade: 24, notMade: [seat('s1')] },
    { round, done: 50, of: 60, offersMade: 25, notMade: [] },
    { round, done: 60, of: 60, offersMade: 9, notMade: [seat('s1'), seat('s2')] },
  ]);
  expect(asked).toEqual([0, 25, 50]);
  expect(said).toEqual(['Offers handled: 25 of 60', 'Offers handled: 50 of 60', 'Offers handled: 60 of 60']);
  expect(answer).toEqual({
    round,
    done: 60,
    of: 60,
    offersMade: 58,
    notMade: [seat('s1'), seat('s2')],
  });
  expect(roundInWords(answer)).toMatch(/offers made now {10}58\n.*s1: seat-taken\n.*s2: seat-taken/u);
});

it('a plan that fits into one step is asked for once', async () => {
  const only = { round, done: 3, of: 3, offersMade: 3, notMade: [] };
  expect(await confirming([only])).toMatchObject({ asked: [0], answer: only });
});
