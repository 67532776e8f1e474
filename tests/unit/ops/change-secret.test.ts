import { describe, expect, it } from 'vitest';
import { SECRET_KEPT_MS } from '../../../functions/platform/secrets/kept-secret.ts';
import {
  parseSecret,
  type StoredSecret,
  validValues,
} from '../../../functions/platform/secrets/stored-secret.ts';
import { changeDoor, changeFormSecret } from '../../../infra/ops/change-secret.ts';
import { instantOf } from '../../../shared/kernel/time.ts';

const value = (name: string): string => name.padEnd(32, '-');
const OLD = value('old');
const HOUR = 3_600_000;
const CLOUDFRONT_MS = 300_000;

/** A stage whose functions keep a secret for a minute, and a CloudFront that takes five minutes for a change. */
const aStage = (stored: StoredSecret = { current: OLD }, sent: string = stored.current) => {
  const its = { now: Date.parse('2026-12-01T08:00:00Z'), made: 0, calls: 0, diesAt: Infinity };
  const versions: { readonly at: number; readonly secret: StoredSecret }[] = [{ at: 0, secret: stored }];
  const values: { readonly at: number; readonly value: string }[] = [{ at: 0, value: sent }];
  const said: string[] = [];
  const step = (): void => {
    its.calls += 1;
    if (its.calls >= its.diesAt) throw new Error('the command died');
  };
  const last = () => versions.at(-1)?.secret ?? stored;
  const secret = {
    read: () => Promise.resolve(parseSecret(JSON.stringify(last()))),
    write: async (next: StoredSecret) => {
      step();
      versions.push({ at: its.now, secret: next });
      await Promise.resolve();
    },
  };
  const distribution = {
    value: () => Promise.resolve(values.at(-1)?.value),
    send: async (next: string) => {
      step();
      values.push({ at: its.now, value: next });
      await Promise.resolve();
    },
    settled: async () => {
      step();
      its.now += CLOUDFRONT_MS;
      await Promise.resolve();
    },
  };
  const deps = {
    secret,
    now: () => instantOf(its.now),
    wait: async (milliseconds: number) => {
      step();
      its.now += milliseconds;
      await Promise.resolve();
    },
    fresh: () => value(`new-${String((its.made += 1))}`),
    say: (line: string) => void said.push(line),
  };

  /** Values that CloudFront may send at a time: a change reaches its places one by one, for five minutes. */
  const sentAt = (at: number): readonly string[] =>
    values
      .filter((_, index) => {
        const until = (values[index + 1]?.at ?? Infinity) + CLOUDFRONT_MS;
        return (values[index]?.at ?? 0) <= at && at < until;
      })
      .map((one) => one.value);
  /** Versions of the secret that some function may still use at a time. */
  const knownAt = (at: number): readonly StoredSecret[] =>
    versions
      .filter((_, index) => {
        const until = (versions[index + 1]?.at ?? Infinity) + SECRET_KEPT_MS;
        return (versions[index]?.at ?? 0) <= at && at < until;
      })
      .map((one) => one.secret);
  /** Times at which a request might be refused, as milliseconds after the start. */
  const refusals = (from: number): readonly number[] => {
    const wrong: number[] = [];
    for (let at = from; at <= its.now + HOUR; at += 5_000)
      if (sentAt(at).some((one) => knownAt(at).some((known) => !validValues(known).includes(one))))
        wrong.push(at - from);
    return wrong;
  };
  return { its, deps, distribution, last, values, said, refusals };
};

describe('changing the door', () => {
  it('refuses no request at any moment, and leaves one new value', async () => {
    const stage = aStage();
    const from = stage.its.now;
    await changeDoor(stage.distribution, stage.deps);
    expect(stage.refusals(from)).toEqual([]);
    expect(validValues(stage.last())).toEqual([value('new-1')]);
    expect(stage.values.at(-1)?.value).toBe(value('new-1'));
  });

  it('goes on where it died, at whatever step, and still refuses nobody', async () => {
    const whole = aStage();
    await changeDoor(whole.distribution, whole.deps);
    expect(whole.its.calls).toBeGreaterThan(6);
    for (let diesAt = 1; diesAt <= whole.its.calls; diesAt += 1) {
      const stage = aStage();
      const from = stage.its.now;
      stage.its.diesAt = diesAt;
      await expect(changeDoor(stage.distribution, stage.deps)).rejects.toThrow('the command died');
      stage.its.diesAt = Infinity;
      await changeDoor(stage.distribution, stage.deps);
      expect([diesAt, ...stage.refusals(from)]).toEqual([diesAt]);
      expect(validValues(stage.last())).toHaveLength(1);
      expect(stage.values.at(-1)?.value).toBe(stage.last().current);
      expect(new Set(stage.values.map((one) => one.value)).size).toBe(2);
    }
  });

  it('mends a distribution that sends a value which is not valid', async () => {
    const stage = aStage({ current: OLD }, value('lost'));
    await changeDoor(stage.distribution, stage.deps);
    expect(stage.said[0]).toBe('CloudFront sends a value that is not valid. It gets the one in use.');
    expect(stage.values.map((one) => one.value)).toEqual([value('lost'), OLD, value('new-1')]);
  });

  it('the test sees a command that does not wait', async () => {
    const stage = aStage();
    const from = stage.its.now;
    await changeDoor(stage.distribution, { ...stage.deps, wait: () => Promise.resolve() });
    expect(stage.refusals(from)).not.toEqual([]);
  });
});

describe('changing the secret of forms', () => {
  it('lets forms that were begun before be sent for a day, and then removes the old value', async () => {
    const stage = aStage();
    await changeFormSecret({ ...stage.deps, atOnce: false });
    expect(validValues(stage.last())).toEqual([value('new-1'), OLD]);
    expect(stage.said.at(-1)).toContain('Run this again after 2026-12-02T09:02:00.000Z');

    stage.its.now += 24 * HOUR;
    await changeFormSecret({ ...stage.deps, atOnce: false });
    expect(validValues(stage.last())).toEqual([value('new-1'), OLD]);

    stage.its.now += HOUR;
    await changeFormSecret({ ...stage.deps, atOnce: false });
    expect(validValues(stage.last())).toEqual([value('new-1')]);
  });

  it('encrypts with the new value only when every function can read it', async () => {
    const stage = aStage();
    const seen: string[][] = [];
    await changeFormSecret({
      ...stage.deps,
      atOnce: false,
      wait: (milliseconds) => {
        seen.push([...validValues(stage.last())]);
        return stage.deps.wait(milliseconds);
      },
    });
    expect(seen).toEqual([[OLD, value('new-1')]]);
  });

  it('removes a value that somebody may know at once if it is told to', async () => {
    const stage = aStage();
    await changeFormSecret({ ...stage.deps, atOnce: true });
    expect(validValues(stage.last())).toEqual([value('new-1')]);
  });
});
