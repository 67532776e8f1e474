import { beforeAll, describe, expect, it } from 'vitest';
import { journeyStack, textOf } from '../support/journey/stack.ts';

const stack = journeyStack(44);
const jane = 'jane@dpp.example';
const learner = 'lee@learner.example';

describe('a DPP whose name leaves unclear whether she is the declared tie of a learner', () => {
  const offers = async () => (await stack.nouns('offer')).length;
  let command: RegExpMatchArray | null = null;

  beforeAll(async () => {
    await stack.empty();
    await stack.forgetQuotas();
    await stack.listed({ name: 'Jane Anne Whitlock', email: jane });
    await stack.asked({ conflicts: [{ name: 'Jane Whitlock', kinds: ['line-manager'] }] });
  });

  it('is not asked, and the team gets the command with which it decides', async () => {
    expect(await offers()).toBe(0);
    const mail = textOf(await stack.mailTo('team@dpp-match.example', 'Jane Anne Whitlock'));
    command = /npm run programme -- tie (\S+) --practitioner (\S+) --decision/u.exec(mail);
    expect(command).not.toBeNull();
  });

  it('is asked when the team has cleared the tie', async () => {
    const [, id, practitioner] = command ?? [];
    const decision = { id, practitioner, decision: 'cleared', by: 'Tess Team', why: 'asked both of them' };
    expect(await stack.team('tie', decision)).toMatchObject({ ok: true });
    expect(await offers()).toBe(1);
    await stack.mailTo(jane, 'Accept or decline');
    expect((await stack.mails(learner)).map(({ body }) => body.text).join('\n')).not.toContain('Whitlock');
  });
});
