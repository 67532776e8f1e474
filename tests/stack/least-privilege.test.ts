import { beforeAll, describe, expect, it } from 'vitest';
import { covers } from '../../infra/local/lambda/iam-policy.ts';
import { journeyStack } from '../support/journey/stack.ts';
import { tourOfEveryFunction } from '../support/journey/tour.ts';

/** Permissions that the tour cannot make a function use, by action or by function, each with the reason. */
const exceptions: Readonly<Record<string, string>> = {
  'sqs:SendMessage': 'Dead letters: written by Lambda when all retries have failed.',
  'dynamodb:ListStreams': 'Made once when the stack starts, maybe before a test forgot what was seen.',
  'dynamodb:DescribeStream': 'As ListStreams.',
  'dynamodb:GetShardIterator': 'As ListStreams.',
  's3:ListBucket': 'Asked for nothing itself: with it, S3 answers 404 and not 403 for a missing object.',
  'logs:CreateLogStream': 'The platform opens a function’s own log whether or not it writes.',
  'logs:PutLogEvents': 'The platform’s own lines go there too.',
};

interface Line {
  readonly function: string;
  readonly allowed: string;
  readonly seen: 'seen' | 'never';
}

/** Runs after every action of people and every schedule has been performed once. */
describe('least privilege, both ways', () => {
  const stack = journeyStack(97);
  const table: Line[] = [];
  let refused: readonly string[] = [];

  const short = (action: string, resource: string): string => {
    const part = resource.split(':').at(-1) ?? '';
    return `${action} on ${part.includes('/index/') ? 'index' : part.startsWith('table/') ? (part.includes('/stream/') ? 'stream' : 'table') : (resource.split(':')[2] ?? '')}`;
  };

  beforeAll(async () => {
    const refusals = async () =>
      new Map(
        (await stack.calls()).calls
          .filter((call) => call.refused > 0)
          .map((call) => [`${call.function}: ${call.action} on ${call.resource}`, call.refused]),
      );
    // Counts the refusals so far, in order to ignore them: other tests make calls that have to be refused.
    const before = await refusals();
    await tourOfEveryFunction(stack);
    refused = [...(await refusals())]
      .filter(([what, count]) => count > (before.get(what) ?? 0))
      .map(([what]) => what);
    const { calls } = await stack.calls();
    for (const { name, permissions } of await stack.permissions())
      for (const permission of permissions) {
        const found = calls.some(
          (call) => call.function === name && covers(permission, call.action, call.resource),
        );
        table.push({
          function: name.replace(/^dpp-match-[a-z]+-/u, ''),
          allowed: short(permission.action, permission.resource),
          seen: found ? 'seen' : 'never',
        });
      }
  }, 600_000);

  it('no function was refused a call', () => {
    expect(refused).toEqual([]);
  });

  it('no role allows a call that its function never made', () => {
    const names = [...new Set(table.map((line) => line.function))];
    console.log(
      [
        `least privilege: ${names.length} functions, ${table.length} permissions`,
        ...names.map((name) => {
          const lines = table.filter((line) => line.function === name && !line.allowed.startsWith('logs:'));
          return `  ${name}: ${lines.map(({ allowed, seen }) => (seen === 'seen' ? allowed : `[never: ${allowed}]`)).join(', ')}`;
        }),
      ].join('\n'),
    );
    const idle = table.filter(
      ({ function: name, seen, allowed }) =>
        seen === 'never' && !(allowed.split(' ')[0]! in exceptions) && !(`${name}: ${allowed}` in exceptions),
    );
    expect(idle.map((line) => `${line.function}: ${line.allowed}`)).toEqual([]);
  });
});
