import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { Allocation } from '../../shared/allocation/allocation.ts';
import { intake } from '../support/allocation/intake.ts';

const folder = mkdtempSync(join(tmpdir(), 'allocate-'));
const COMMAND = join(import.meta.dirname, '../../infra/ops/allocate.ts');
const node = join(import.meta.dirname, '../../node_modules/.bin/node');

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const allocate = (words: readonly string[], input = '') => {
  const { status, stdout, stderr } = spawnSync(node, [COMMAND, ...words], {
    input,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  return { status, stdout, stderr };
};

const file = (name: string, content: unknown): string => {
  const path = join(folder, name);
  writeFileSync(
    path,
    typeof content === 'string' || content instanceof Uint8Array ? content : JSON.stringify(content),
  );
  return path;
};

const example = {
  seed: '2027-spring',
  learners: [
    { id: 'l1', priority: 1 },
    { id: 'l9', priority: 2 },
    { id: 'l10', priority: 3 },
    { id: 'l11', priority: 3 },
  ],
  practitioners: [
    { id: 'd1', group: 'A', capacity: 2, loadPenalty: [0, 30] },
    { id: 'd4', group: 'A', capacity: 1, loadPenalty: [0] },
  ],
  groups: [
    { id: 'A', parent: 'R', quota: 9 },
    { id: 'R', quota: 1_000_000 },
  ],
  pairs: [
    { learner: 'l1', practitioner: 'd1', cost: 12 },
    { learner: 'l9', practitioner: 'd1', cost: 70 },
    { learner: 'l10', practitioner: 'd4', cost: 5 },
  ],
  limits: [{ id: 'care-home-visits', quota: 2, practitioners: ['d1', 'd4'] }],
  pinned: [{ learner: 'l9', practitioner: 'd1' }],
  worstBandOver: 60,
};

describe('npm run allocate', { timeout: 60_000 }, () => {
  test.each([
    ['a byte order mark', Buffer.from(`\ufeff${JSON.stringify(example)}`)],
    ['UTF-16', Buffer.from(`\ufeff${JSON.stringify(example)}`, 'utf16le')],
  ])('reads an intake with %s', (name, bytes) => {
    const plain = allocate([file('plain.json', example)]);
    expect(allocate([file(`${name}.json`, bytes)])).toEqual(plain);
    expect(plain.status).toBe(0);
  });

  test('prints the assignments, the unplaced learners with reasons, the objective and the certificate', () => {
    const { status, stdout, stderr } = allocate([file('example.json', example)]);
    expect([status, stderr]).toEqual([0, '']);
    const { certificate, objective, ...rest } = JSON.parse(stdout) as Allocation;
    expect(rest).toEqual({
      assignments: [
        { learner: 'l1', practitioner: 'd1', cost: 12 },
        { learner: 'l9', practitioner: 'd1', cost: 70 },
      ],
      unplaced: [
        {
          learner: 'l10',
          reason: 'outcompeted',
          competitors: ['l1', 'l9'],
          bottlenecks: ['care-home-visits'],
        },
        { learner: 'l11', reason: 'no-eligible-practitioner', competitors: [], bottlenecks: [] },
      ],
    });
    expect(objective).toMatchObject({ placed: 2, worstBand: 1, totalCost: 112 });
    expect(certificate.prices.map(({ id }) => id)).toEqual(['care-home-visits', 'd1']);
  });

  test('reads standard input for “-”, and prints the same', () => {
    expect(allocate(['-'], JSON.stringify(example)).stdout).toBe(
      allocate([file('same.json', example)]).stdout,
    );
  });

  test('checks a result against its instance', () => {
    const instance = intake(8, { learners: 80, supply: 0.9 });
    const path = file('intake.json', instance);
    const { stdout } = allocate([path]);
    expect(allocate([path, '--verify', file('result.json', stdout)])).toMatchObject({
      status: 0,
      stdout: '{"holds":true,"problems":[]}\n',
    });
    const result = JSON.parse(stdout) as Allocation;
    result.assignments.pop();
    const wrong = allocate(['--verify', file('wrong.json', result), path]);
    expect(wrong.status).toBe(1);
    expect(wrong.stdout).toContain('is missing');
  });

  test('explains why not this pair', () => {
    const { stdout } = allocate([file('why.json', { ...example, pinned: [] }), '--explain', 'l10', 'd4']);
    expect(JSON.parse(stdout)).toMatchObject({
      eligible: true,
      forced: { placed: 0, displaced: ['l9'], gained: ['l10'] },
      answer: 'eligible, but it would leave 1 learner without a place',
    });
  });
});

describe('a file that cannot be used: exit 2 and one line', { timeout: 60_000 }, () => {
  const huge = join(folder, 'huge.json');
  writeFileSync(huge, '');
  truncateSync(huge, 200 * 2 ** 20);
  const changed = (changes: object): string => file('changed.json', { ...example, ...changes });

  test.each<[string, () => string, RegExp]>([
    [
      'quotas that cross',
      () =>
        changed({
          limits: [...example.limits, { id: 'visits', quota: 1, practitioners: ['d4', 'd5'] }],
          practitioners: [...example.practitioners, { id: 'd5', capacity: 1 }],
        }),
      /limits\[1\]: limit "visits" crosses "(A|care-home-visits)"/,
    ],
    [
      'a pair given twice',
      () => changed({ pairs: [...example.pairs, example.pairs[0]] }),
      /pairs\[3\].*given twice/,
    ],
    [
      'an unknown id',
      () => changed({ pinned: [{ learner: 'l99', practitioner: 'd1' }] }),
      /pinned\[0\].learner: there is no learner "l99"/,
    ],
    [
      'a fractional cost',
      () => changed({ pairs: [{ ...example.pairs[0], cost: 0.5 }] }),
      /pairs\[0\].cost: must be a whole number/,
    ],
    [
      'a negative cost',
      () => changed({ pairs: [{ ...example.pairs[0], cost: -1 }] }),
      /pairs\[0\].cost: must be 0 or more/,
    ],
    [
      'a pinned pair over capacity',
      () => changed({ practitioners: example.practitioners.map((one) => ({ ...one, capacity: 0 })) }),
      /pinned\[0\]: too many pinned pairs: "d1" takes at most 0/,
    ],
    ['an empty file', () => file('empty.json', ''), /is empty/],
    [
      'a file in another encoding',
      () => file('latin.json', Uint8Array.from([0x22, 0xe9, 0x22])),
      /is not text: save it as UTF-8/,
    ],
    ['something else than JSON', () => file('text.json', 'seed = 1'), /is not JSON/],
    ['a list', () => file('list.json', '[]'), /instance: must be an object/],
    ['a file of 200 MB', () => huge, /is larger than 128 MB/],
    ['no file', () => join(folder, 'nowhere.json'), /cannot be read/],
    ['a folder', () => folder, /cannot be read/],
    [
      'an id that holds line ends',
      () => changed({ pairs: [{ learner: 'a\nb\u2028c', practitioner: 'd1', cost: 1 }] }),
      /there is no learner "a\\nb c"/,
    ],
    [
      'a key that would change every object',
      () => file('proto.json', '{"__proto__":{"seed":"x"},"constructor":1}'),
      /seed: is missing|not known/,
    ],
  ])('%s', (_, name, says) => {
    const { status, stdout, stderr } = allocate([name()]);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(says);
    expect(stderr.trimEnd().split(/[\n\r\u2028\u2029]/)).toHaveLength(1);
  });

  test('standard input that does not end in time', () => {
    const { status, stderr } = allocate(['-'], ' '.repeat(129 * 2 ** 20));
    expect([status, stderr]).toEqual([2, 'allocate: -: is larger than 128 MB\n']);
  });

  test.each([[[]], [['a', 'b']], [['a', '--explain', 'l1']], [['a', '--verify']], [['--help']]])(
    'the words %j',
    (words) => {
      const { status, stderr } = allocate(words);
      expect(status).toBe(2);
      expect(stderr).toMatch(/^allocate: usage: [^\n]+\n$/);
    },
  );
});
