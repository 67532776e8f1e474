import { beforeAll, describe, expect, it } from 'vitest';
import type { Answers } from '../../shared/journeys/question.ts';
import { registerAnswers } from '../support/journey/answers.ts';
import { laterDays } from '../support/journey/later-days.ts';
import { pageByPage } from '../support/journey/page-by-page.ts';
import { journeyStack, linkIn } from '../support/journey/stack.ts';
import { formOn, readable } from '../support/journey/visitor.ts';
import { kentRegistration } from '../support/journeys.ts';

const stack = journeyStack(43);
const { nextWorkingDay } = laterDays(stack);

const team = { by: 'Tess Team' };
const seen = 'annotated as independent prescriber';

/** Effort of one person until a DPP is listed. */
interface Effort {
  readonly links: number;
  readonly buttons: number;
  readonly commands: number;
}

/** Counts the links that somebody opens, the buttons that they press and the commands that they type. */
const counting = () => {
  let [links, buttons, commands] = [0, 0, 0];
  const { caller } = stack;
  return {
    effort: (): Effort => ({ links, buttons, commands }),
    caller: {
      ...caller,
      see: (path: string) => {
        links += 1;
        return caller.see(path);
      },
      submit: (...form: Parameters<typeof caller.submit>) => {
        buttons += 1;
        return caller.submit(...form);
      },
    },
    types: async (command: string, more: Readonly<Record<string, unknown>>): Promise<void> => {
      commands += 1;
      expect(await stack.team(command, { ...team, ...more }), command).toMatchObject({ ok: true });
    },
  };
};
type Counted = ReturnType<typeof counting>;

/** Opens a link of an e-mail and presses the button on its page, with the answers that it asks for. */
const answerMail = async ({ caller }: Counted, path: string, given: Record<string, string>) => {
  const { action, hidden } = formOn(await caller.see(path));
  expect((await caller.submit(action, { ...hidden, ...given })).status).toBe(200);
  await stack.settle();
};

/** Registers somebody page by page and confirms their address, as a browser without scripts does. */
const registers = async (dpp: Counted, answers: Answers & { readonly email: string }): Promise<void> => {
  const form = pageByPage(dpp.caller, kentRegistration, answers);
  while (!form.isSent()) {
    await form.goOn();
    // Takes the time of a person: a faster form counts as sent by a machine.
    await stack.advance({ minutes: 0.1 });
  }
  await answerMail(dpp, linkIn(await stack.mailTo(answers.email, 'Confirm'), 'confirm'), { decision: 'yes' });
};

const idOf = async (email: string): Promise<string> => {
  const row = (await stack.nouns('practitioner')).find((one) => JSON.stringify(one).includes(email));
  return String(row?.['pk']).split('#')[1] ?? '';
};

/** A way for a DPP to be listed. */
interface Way {
  readonly proof: string;
  readonly dpp: Answers & { readonly name: string; readonly email: string };
  /** The command that the team types once for the organisation, before anybody there registers. */
  readonly prepare?: readonly [string, Readonly<Record<string, unknown>>];
  /** Options of the team’s check command; absent if the DPP is listed without a check. */
  readonly check?: Readonly<Record<string, unknown>>;
  /** Address of the person who vouches. */
  readonly voucher?: string;
}

const how = 'called the number of the public register';
const dppOf = (name: string, email: string, number: string, organisation: string) => ({
  ...registerAnswers({ registrationNumber: number, organisation }),
  name,
  email,
});

const ways = {
  domain: {
    proof: 'a domain that the team confirmed',
    dpp: dppOf('Dana Domain', 'dana@woodlands.example', '2012345', 'G82014'),
    prepare: [
      'confirm-domain',
      { organisation: 'G82014', domain: 'woodlands.example', note: 'on its website' },
    ],
    check: {},
  },
  atOnce: {
    proof: 'a domain that lists at once, marked "not yet checked"',
    dpp: dppOf('Lin Atonce', 'lin@hadlow.example', '2012346', 'FD300'),
    prepare: [
      'confirm-domain',
      { organisation: 'FD300', domain: 'hadlow.example', note: 'on its website', listsAtOnce: true },
    ],
  },
  voucher: {
    proof: 'the word of a voucher, at a shared address',
    dpp: dppOf('Vera Vouched', 'vera.vouched@nhs.net', '2012347', 'FD496'),
    prepare: [
      'confirm-voucher',
      { organisation: 'FD496', email: 'priya.manager@nhs.net', name: 'Priya Manager', how },
    ],
    check: {},
    voucher: 'priya.manager@nhs.net',
  },
  reason: {
    proof: "the team's own recorded reason",
    dpp: dppOf('Rita Reason', 'rita.reason@gmail.com', '2012348', 'G82002'),
    check: { proof: how },
  },
} as const satisfies Readonly<Record<string, Way>>;

/** A DPP on their way, with everybody's presses so far. */
interface Walk {
  readonly way: Way;
  readonly dpp: Counted;
  readonly once: Counted;
  readonly each: Counted;
  readonly voucher: Counted;
  /** Working days from registration to listing. */
  days?: number;
}

describe('the way of a DPP from registration to listing, when everybody acts on the next working day', () => {
  const walks: readonly Walk[] = Object.values(ways).map((way) => ({
    way,
    dpp: counting(),
    once: counting(),
    each: counting(),
    voucher: counting(),
  }));

  /** Notes who is in the directory now, for the first time. */
  const look = async (day: number): Promise<void> => {
    await stack.whenFresh();
    const page = readable((await stack.caller.see('/find-a-dpp/results')).body);
    for (const walk of walks) if (page.includes(walk.way.dpp.name)) walk.days ??= day;
  };

  beforeAll(async () => {
    await stack.empty();
    for (const { way, once } of walks) if (way.prepare !== undefined) await once.types(...way.prepare);
    await nextWorkingDay();
    for (const { way, dpp } of walks) {
      await stack.forgetQuotas();
      await registers(dpp, way.dpp);
    }
    await look(0);
    await nextWorkingDay();
    for (const { way, each } of walks)
      if (way.check !== undefined)
        await each.types('check', { id: await idOf(way.dpp.email), seen, ...way.check });
    await look(1);
    await nextWorkingDay();
    for (const { way, voucher } of walks)
      if (way.voucher !== undefined)
        await answerMail(voucher, linkIn(await stack.mailTo(way.voucher, way.dpp.name), 'vouch'), {
          answer: 'yes',
        });
    await look(2);
  }, 600_000);

  const walked = (name: keyof typeof ways) => {
    const walk = walks.find(({ way }) => way === ways[name]);
    if (walk === undefined) throw new Error(`nobody walked ${name}`);
    return {
      days: walk.days,
      dpp: walk.dpp.effort(),
      once: walk.once.effort(),
      each: walk.each.effort(),
      voucher: walk.voucher.effort(),
    };
  };
  const none: Effort = { links: 0, buttons: 0, commands: 0 };
  const oneCommand: Effort = { ...none, commands: 1 };
  /** The first page and the link in the mail; a button on each page of the form and one to confirm. */
  const dpp: Effort = { links: 2, buttons: kentRegistration.steps.length + 1, commands: 0 };

  it('takes a day by a domain that the team has confirmed', () => {
    expect(walked('domain')).toEqual({ days: 1, dpp, once: oneCommand, each: oneCommand, voucher: none });
  });

  it('takes no day by a domain that lists at once', () => {
    expect(walked('atOnce')).toEqual({ days: 0, dpp, once: oneCommand, each: none, voucher: none });
  });

  it('takes two days by one press of a voucher, where everybody uses a shared address', () => {
    const voucher = { links: 1, buttons: 1, commands: 0 };
    expect(walked('voucher')).toEqual({ days: 2, dpp, once: oneCommand, each: oneCommand, voucher });
  });

  it('takes a day by a reason that the team records', () => {
    expect(walked('reason')).toEqual({ days: 1, dpp, once: none, each: oneCommand, voucher: none });
  });

  it('is printed as a table for the documentation', () => {
    const people = [
      ['dpp', 'DPP'],
      ['once', 'team, once for the organisation'],
      ['each', 'team, for this DPP'],
      ['voucher', 'voucher'],
    ] as const;
    const rows = walks.flatMap((walk) =>
      people.flatMap(([key, person]) => {
        const { links, buttons, commands } = walk[key].effort();
        return links + buttons + commands === 0
          ? []
          : [`| ${walk.way.proof} | ${person} | ${links} | ${buttons} | ${commands} | ${walk.days ?? '-'} |`];
      }),
    );
    console.log(
      ['| proof | who | links | buttons | commands | working days until listed |', ...rows].join('\n'),
    );
    expect(rows).toHaveLength(11);
  });
});
