import { createHash } from 'node:crypto';
import { BatchWriteCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { inject } from 'vitest';
import { addDays, londonDay } from '../../../shared/kernel/time.ts';
import { textIn } from '../../../shared/journeys/answers.ts';
import type { Answers } from '../../../shared/journeys/question.ts';
import { registerAnswers, requestAnswers } from './answers.ts';
import { learnersDomain } from '../learners-domain.ts';
import { localStack, type ReceivedMail } from '../local-stack.ts';
import { visitor } from './visitor.ts';

export const emailIn = (answers: Answers): string => {
  const email = textIn(answers, 'email');
  if (email === undefined) throw new Error('the answers name no e-mail address');
  return email;
};

type Row = Readonly<Record<string, unknown>>;

/** Returns the text of an e-mail. */
export const textOf = ({ body }: ReceivedMail): string => body.text ?? '';

const urlsIn = ({ body }: ReceivedMail): readonly URL[] =>
  [...`${body.text ?? ''} ${body.html ?? ''}`.matchAll(/https?:\/\/[^\s"'<>)]+/gu)]
    .map(([url]) => new URL(url.replaceAll('&amp;', '&')))
    .filter(({ hostname }) => hostname === 'localhost');

/** Lists the links to the site in the text and the HTML of an e-mail, as paths and without repetitions. */
export const linksIn = (mail: ReceivedMail): readonly string[] => [
  ...new Set(urlsIn(mail).map(({ pathname }) => pathname)),
];

/** Returns the paths of an e-mail's links to one site: a deployment has one site for each system. */
export const linksToSite = (mail: ReceivedMail, site: string): readonly string[] => [
  ...new Set(
    urlsIn(mail)
      .filter(({ origin }) => origin === new URL(site).origin)
      .map(({ pathname }) => pathname),
  ),
];

/** Returns the path of an e-mail's link of one kind, such as "/confirm/…". */
export const linkIn = (mail: ReceivedMail, kind: string): string => {
  const found = linksIn(mail).find((path) => path.startsWith(`/${kind}/`));
  if (found === undefined) throw new Error(`no ${kind} link in “${mail.subject}”`);
  return found;
};

/** The running service for journey tests, with helpers that do what people do, in the first system or in another. */
export const journeyStack = (network = 1, systemId?: string) => {
  const stack = localStack(inject('stack'));
  const site = systemId === undefined ? stack.site : stack.otherSites[systemId];
  if (site === undefined) throw new Error('the stack has no such system');
  const caller = visitor(site, network);

  const rows = async (): Promise<readonly Row[]> => {
    const { tableName, documents } = await stack.table();
    const found: Row[] = [];
    let from: Row | undefined;
    do {
      const page = await documents.send(
        new ScanCommand({ TableName: tableName, ConsistentRead: true, ExclusiveStartKey: from }),
      );
      found.push(...(page.Items ?? []));
      from = page.LastEvaluatedKey;
    } while (from !== undefined);
    return found;
  };

  const remove = async (gone: readonly Row[]): Promise<void> => {
    const { tableName, documents } = await stack.table();
    for (let start = 0; start < gone.length; start += 25)
      await documents.send(
        new BatchWriteCommand({
          RequestItems: {
            [tableName]: gone
              .slice(start, start + 25)
              .map(({ pk, sk }) => ({ DeleteRequest: { Key: { pk, sk } } })),
          },
        }),
      );
  };

  const mailTo = async (address: string, says: string | RegExp): Promise<ReceivedMail> => {
    const mails = await stack.mails(address);
    const found = mails.filter(({ subject, body }) =>
      typeof says === 'string' ? subject.includes(says) : says.test(`${subject}\n${body.text ?? ''}`),
    );
    const last = found.at(-1);
    if (last === undefined)
      throw new Error(
        `nothing for ${address} like ${String(says)}; only: ${mails.map(({ subject }) => subject).join(' | ')}`,
      );
    return last;
  };

  const today = async () => londonDay((await stack.now()).toISOString());

  /** A registration number of a pharmacist, the same for the same address. A learner can have one open request. */
  const numberFor = (email: string): string =>
    `2${String(parseInt(createHash('sha256').update(email).digest('hex').slice(0, 8), 16) % 1_000_000).padStart(6, '0')}`;

  /** Answers of a learner who needs a DPP soon, for a course of six weeks that starts in three weeks. */
  const anAsk = async (changes: Record<string, Answers[string] | undefined> = {}): Promise<Answers> => {
    const day = await today();
    const email = changes['email'];
    return requestAnswers({
      ...(typeof email === 'string' ? { registrationNumber: numberFor(email) } : {}),
      courseStart: addDays(day, 30),
      courseEnd: addDays(day, 72),
      applicationsClose: addDays(day, 28),
      signOffNeededBy: addDays(day, 27),
      maxMinutes: 60,
      ...changes,
    });
  };
  const anOffer = (changes: Record<string, Answers[string] | undefined> = {}): Answers =>
    registerAnswers({ hoursPerWeek: 30, ...changes });

  const team = async (command: string, more: Readonly<Record<string, unknown>> = {}): Promise<unknown> => {
    const answer = await stack.invoke('programme-programme', {
      command,
      ...(systemId === undefined ? {} : { system: systemId }),
      ...more,
    });
    await stack.settle();
    return answer;
  };

  const confirmed = async (address: string): Promise<void> => {
    const path = linkIn(await mailTo(address, 'Confirm'), 'confirm');
    const answer = await caller.post(path, { decision: 'yes' });
    if (answer.status !== 200) throw new Error(`not confirmed: ${answer.status} ${answer.body}`);
    await stack.settle();
  };

  return {
    ...stack,
    site,
    table: () => stack.table(systemId),
    caller,
    rows,
    mailTo,
    today,
    anAsk,
    anOffer,
    team,
    /** Returns all records of one kind. */
    nouns: async (kind: string) =>
      (await rows()).filter(
        ({ pk, sk }) => sk === kind.toUpperCase() && String(pk).includes(`|${kind.toUpperCase()}#`),
      ),
    /** Confirms a domain in this system, so that requests from addresses there wait for nobody's support. */
    confirmDomain: async (domain: string): Promise<void> => {
      const { table } = await stack.table(systemId);
      await table.commit([learnersDomain(table, domain)]);
      await stack.settle();
    },
    /** Empties the table, apart from the confirmed domain of the learners. The clock is not reset. */
    empty: async (): Promise<void> => {
      await stack.settle();
      await remove(await rows());
      const { table } = await stack.table(systemId);
      await table.commit([learnersDomain(table)]);
      await stack.settle();
      await stack.clearInbox();
      await stack.clearQueues();
      await stack.resetLogs();
    },
    /**
     * Deletes the counters of confirmations, so that the hourly and daily limits do not stop further steps of a test.
     */
    forgetQuotas: async (): Promise<void> =>
      remove((await rows()).filter(({ pk }) => /\bCOUNTER#(?:confirmations|mailbox)#/u.test(String(pk)))),
    /** Deletes the records of digests and their e-mails, so that the week's digests are made again. */
    forgetDigests: async (): Promise<void> =>
      remove((await rows()).filter(({ pk }) => /\|(?:RUN#digest#|EMAIL#digest-)/u.test(String(pk)))),
    /** Waits until cached public answers have expired. */
    whenFresh: async (): Promise<void> => {
      await stack.advance({ minutes: 1 });
    },
    confirmed,
    /**
     * Registers a DPP, who is then confirmed, checked and listed.
     * @returns the DPP's id
     */
    listed: async (changes: Record<string, Answers[string] | undefined> = {}): Promise<string> => {
      const answers = anOffer(changes);
      const sent = await caller.post('/api/v1/practitioners', answers);
      if (sent.status !== 202) throw new Error(`not registered: ${sent.body}`);
      await confirmed(emailIn(answers));
      const found = (await rows()).find(
        ({ sk, email, noun }) =>
          sk === 'PRACTITIONER' && JSON.stringify([email, noun]).includes(emailIn(answers)),
      );
      const id = String(found?.['pk']).split('#')[1] ?? '';
      await team('check', {
        id,
        by: 'Tess Team',
        seen: 'annotated as independent prescriber',
        proof: 'known to the team',
      });
      return id;
    },
    /** Creates and confirms a learner's request. */
    asked: async (changes: Record<string, Answers[string] | undefined> = {}): Promise<void> => {
      const answers = await anAsk(changes);
      const sent = await caller.post('/api/v1/requests', answers);
      if (sent.status !== 202) throw new Error(`not asked: ${sent.body}`);
      await confirmed(emailIn(answers));
    },
  };
};
export type JourneyStack = ReturnType<typeof journeyStack>;
