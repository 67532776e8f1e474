import { inject } from 'vitest';
import type { Answers } from '../../../shared/journeys/question.ts';
import type { ReceivedMail } from '../local-stack.ts';
import { journeyStack, linkIn } from './stack.ts';
import { ledOrganisation, mintLinks } from './world.ts';

type Changes = Record<string, Answers[string] | undefined>;

interface Marked {
  readonly systemId: string;
  /** Word in everything that people of this system type. */
  readonly mark: string;
  readonly teamEmail: string;
  /** Answers that depend on the system: outcodes of the DPP and of the learner, and the learner's university. */
  readonly dpp: Changes;
  readonly learner: Changes;
  /** Last digits of the registration numbers, which are unique in all systems. */
  readonly numbers: string;
}

const idOf = (row: Readonly<Record<string, unknown>> | undefined): string =>
  String(row?.['pk']).split('#')[1] ?? '';

/** Lists all addresses of an e-mail's links and pictures. */
const addressesIn = ({ body }: ReceivedMail): readonly URL[] =>
  [...`${body.text ?? ''} ${body.html ?? ''}`.matchAll(/https?:\/\/[^\s"'<>)]+/gu)].map(
    ([url]) => new URL(url.replaceAll('&amp;', '&')),
  );

/**
 * One system of the running service, in which everything that people type holds a mark: names, organisations, addresses
 * and free text. Tests look for the mark in other systems.
 */
export const markedSystem = (network: number, isFirst: boolean, marked: Marked) => {
  const { systemId, mark, teamEmail, numbers } = marked;
  const stack = journeyStack(network, isFirst ? undefined : systemId);
  const domain = `${mark.toLowerCase()}.example`;
  const { origin } = new URL(stack.site);
  const amara = `amara@${domain}`;

  const dpp = (name: string, number: string, more: Changes = {}): Changes => ({
    ...marked.dpp,
    name: `${name} ${mark}`,
    email: `${name.toLowerCase()}@${domain}`,
    registrationNumber: `20${number}${numbers}`,
    organisation: `${mark} Surgery of ${name}`,
    ...more,
  });
  const learner = (name: string, number: string): Changes => ({
    ...marked.learner,
    requesterName: `${name} ${mark}`,
    email: `${name.toLowerCase()}@${domain}`,
    registrationNumber: `20${number}${numbers}`,
    organisation: `${mark} Pharmacy`,
    scope: `Adults whom the ${mark} clinic treats for hypertension.`,
    nmpLeadName: `Nina ${mark}`,
    nmpLeadEmail: `nina@${domain}`,
  });

  const mails = async (): Promise<readonly ReceivedMail[]> =>
    (await stack.mails()).filter(({ destination }) =>
      destination.to.some((to) => to.endsWith(`@${domain}`) || to === teamEmail),
    );

  /** Registers two DPPs and two learners: one match, one offer that waits, one registration to confirm. */
  const journeys = async (): Promise<void> => {
    await stack.confirmDomain(domain);
    await stack.listed(dpp('Amara', '11'));
    await stack.listed(dpp('Bilal', '12'));
    await stack.asked(learner('Lee', '13'));
    const [first] = (await mails()).filter(({ subject }) => subject.startsWith('Accept or decline'));
    if (first === undefined) throw new Error('nobody was asked');
    await stack.caller.post(linkIn(first, 'offers'), { decision: 'accept' });
    await stack.settle();
    await stack.asked(learner('Nia', '14'));
    await stack.caller.post('/api/v1/practitioners', stack.anOffer(dpp('Cara', '15')));
    await stack.settle();
  };

  /** Lists the private pages of this system's people, from their e-mails and from links made here. */
  const privatePages = async (): Promise<readonly string[]> => {
    const nouns = async (kind: string) =>
      (await stack.nouns(kind)).filter(({ pk }) => String(pk).startsWith(`${systemId}|`));
    const [practitioner] = (await nouns('practitioner')).filter((row) => JSON.stringify(row).includes(amara));
    const [match] = await nouns('match');
    const [organisation] = await nouns('organisation');
    const minted = await mintLinks(stack, [
      { kind: 'capacity', recipient: 'practitioner', practitionerId: idOf(practitioner) },
      { kind: 'manage', recipient: 'practitioner', practitionerId: idOf(practitioner) },
      {
        kind: 'feedback',
        recipient: 'practitioner',
        practitionerId: idOf(practitioner),
        matchId: idOf(match),
      },
      {
        kind: 'organisation',
        recipient: 'organisation',
        organisationId: idOf(organisation),
        personId: await ledOrganisation(stack, idOf(organisation)),
      },
    ]);
    const mailed = (await mails())
      .flatMap(addressesIn)
      .filter((url) => url.origin === origin && /^\/[a-z]+\/[\w-]{43}$/u.test(url.pathname))
      .map(({ pathname }) => pathname);
    const pages = [...new Set([...minted, ...mailed])];
    return [
      ...pages,
      ...pages.flatMap((path) => (/^\/(?:manage|status)\//u.test(path) ? [`${path}/data`] : [])),
    ];
  };

  const publicPages = async (): Promise<readonly string[]> => {
    const built = inject('stack').built[systemId];
    if (built === undefined) throw new Error(`the site of ${systemId} is not built`);
    const directory = (await stack.caller.get('/api/v1/directory')).body;
    const slugs = [...directory.matchAll(/"slug":"([^"]+)"/gu)].map(([, slug]) => `/dpp/${slug ?? ''}`);
    return [
      ...built,
      '/find-a-dpp/results',
      '/insights',
      '/open-data/directory.json',
      '/open-data/directory.csv',
      '/api/v1/directory',
      '/register/about-you',
      '/request/kind-of-request',
      '/health',
      '/no-such-page',
      ...slugs,
    ];
  };

  return {
    ...marked,
    stack,
    origin,
    journeys,
    mails,
    addressesIn,
    privatePages,
    publicPages,
    /** Answers of somebody who has not sent them yet. */
    anOffer: () => stack.anOffer(dpp('Dana', '16')),
    anAsk: () => stack.anAsk(learner('Noor', '17')),
  };
};
export type MarkedSystem = ReturnType<typeof markedSystem>;
