import { describe, expect, it } from 'vitest';
import { decideAndCommit } from '../../../functions/store/unit-of-work.ts';
import type { Change, CommitResult } from '../../../functions/store/table/table.ts';
import { accepted, refused } from '../../../shared/kernel/result.ts';

const change = (pk: string): Change => ({ do: 'put', row: { pk, sk: 'A' }, when: { is: 'absent' } });

/** Creates a table whose commits have the given results, one after the other. */
const tableThatAnswers = (...outcomes: CommitResult[]) => {
  const commits: (readonly Change[])[] = [];
  return {
    commits,
    commit: (changes: readonly Change[]) => {
      commits.push(changes);
      return Promise.resolve(outcomes[commits.length - 1] ?? { committed: true as const });
    },
  };
};

const lost = (...unmet: number[]): CommitResult => ({ committed: false, unmet, conflict: false });
const crossed: CommitResult = { committed: false, unmet: [], conflict: true };

describe('decide and commit', () => {
  it('gives the value of a decision that was committed', async () => {
    const table = tableThatAnswers({ committed: true });
    const outcome = await decideAndCommit({
      table,
      read: () => Promise.resolve(2),
      decide: (places) => accepted({ value: places - 1, changes: [change('P')] }),
    });
    expect(outcome).toEqual({ ok: true, value: 1 });
    expect(table.commits).toHaveLength(1);
  });

  it('writes nothing when the rule refuses', async () => {
    const table = tableThatAnswers();
    const outcome = await decideAndCommit({
      table,
      read: () => Promise.resolve(0),
      decide: () => refused('already-filled' as const),
    });
    expect(outcome).toEqual({ ok: false, refusal: 'already-filled' });
    expect(table.commits).toHaveLength(0);
  });

  it('writes nothing when there is nothing to change', async () => {
    const table = tableThatAnswers();
    const outcome = await decideAndCommit({
      table,
      read: () => Promise.resolve(0),
      decide: () => accepted({ value: 'same as before', changes: [] }),
    });
    expect(outcome).toEqual({ ok: true, value: 'same as before' });
    expect(table.commits).toHaveLength(0);
  });

  it('reads again and decides again after a write conflict', async () => {
    const table = tableThatAnswers(lost(0), crossed);
    const facts = [1, 1, 0];
    let reads = 0;
    const outcome = await decideAndCommit({
      table,
      read: () => Promise.resolve(facts[reads++]!),
      decide: (places) =>
        places === 0
          ? refused('already-filled' as const)
          : accepted({ value: 'yes', changes: [change('P')] }),
    });
    expect(outcome).toEqual({ ok: false, refusal: 'already-filled' });
    expect(reads).toBe(3);
  });

  it('reports “busy” when every attempt had a write conflict', async () => {
    const table = tableThatAnswers(crossed, crossed, crossed);
    const outcome = await decideAndCommit({
      table,
      attempts: 3,
      read: () => Promise.resolve(1),
      decide: () => accepted({ value: 'yes', changes: [change('P')] }),
    });
    expect(outcome).toEqual({ ok: false, refusal: 'busy' });
    expect(table.commits).toHaveLength(3);
  });

  it('answers a reached limit with its own refusal, without a retry', async () => {
    const table = tableThatAnswers(lost(2));
    const outcome = await decideAndCommit({
      table,
      read: () => Promise.resolve(1),
      decide: () =>
        accepted({
          value: 'yes',
          changes: [change('P')],
          limits: [
            { change: change('FIRST'), refusal: 'too-many-today' as const },
            { change: change('SECOND'), refusal: 'too-many-from-network' as const },
          ],
        }),
    });
    expect(outcome).toEqual({ ok: false, refusal: 'too-many-from-network' });
    expect(table.commits).toHaveLength(1);
  });

  it('reads again first when a limit and a guard were both unmet', async () => {
    const table = tableThatAnswers(lost(0, 1), { committed: true });
    const outcome = await decideAndCommit({
      table,
      read: () => Promise.resolve(1),
      decide: () =>
        accepted({
          value: 'yes',
          changes: [change('P')],
          limits: [{ change: change('L'), refusal: 'too-many-today' as const }],
        }),
    });
    expect(outcome).toEqual({ ok: true, value: 'yes' });
  });
});
