import { randomBytes } from 'node:crypto';
import { linkRepository } from '../../../functions/store/repositories/link-repository.ts';
import { organisationRepository } from '../../../functions/store/repositories/organisation-repository.ts';
import { organisationPersonId } from '../../../functions/store/repositories/organisation-trust-repository.ts';
import { ledBy } from '../../../shared/people/lead-moves.ts';
import { type Link, linkPaths } from '../../../shared/notifications/link.ts';
import { addHours, instantOf } from '../../../shared/kernel/time.ts';
import { type JourneyStack, linkIn, linksToSite } from './stack.ts';

type Opens = Omit<Link, 'expiresAt'>;

/**
 * Mints links as e-mails contain them.
 * @param days days until the links expire; negative for expired links
 * @returns the paths of the links, in the same order
 */
export const mintLinks = async (
  stack: JourneyStack,
  opens: readonly Opens[],
  days = 30,
): Promise<readonly string[]> => {
  const { table } = await stack.table();
  const links = linkRepository(table);
  const expiresAt = addHours(instantOf((await stack.now()).getTime()), 24 * days);
  const minted = opens.map((open) => ({ open, token: randomBytes(32).toString('base64url') }));
  for (let start = 0; start < minted.length; start += 50)
    await table.commit(
      minted.slice(start, start + 50).map(({ open, token }) => links.mint({ ...open, expiresAt }, token)),
    );
  return minted.map(({ open, token }) => `${linkPaths[open.kind]}/${token}`);
};

/** Gives an organisation a confirmed lead. @returns the lead's id, for links */
export const ledOrganisation = async (stack: JourneyStack, organisationId: string): Promise<string> => {
  const { table } = await stack.table();
  const organisations = organisationRepository(table);
  const organisation = await organisations.find(organisationId);
  if (organisation === undefined) throw new Error(`no organisation ${organisationId}`);
  const lead = { name: 'Lea Lead', email: 'lea@lead.example' };
  await table.commit([organisations.save(ledBy(organisation, lead, (await stack.now()).toISOString()))]);
  return organisationPersonId('lead', lead.email);
};

const idOf = (row: Readonly<Record<string, unknown>> | undefined): string =>
  String(row?.['pk']).split('#')[1] ?? '';

/**
 * Fills the service with something of every kind: an agreed match, a pending offer, an unconfirmed registration, an
 * unconfirmed request and a digest.
 */
export const busyWorld = async (stack: JourneyStack) => {
  await stack.empty();
  const dpp = await stack.listed();
  await stack.listed({
    name: 'Bilal Example',
    email: 'bilal@dpp.example',
    registrationNumber: '2012346',
    organisation: 'Creek Surgery',
    outcode: 'ME10',
  });
  await stack.asked();
  const first = linkIn(await stack.mailTo('amara@dpp.example', 'Accept or decline'), 'offers');
  await stack.caller.post(first, { decision: 'accept' });
  await stack.settle();
  await stack.asked({
    requesterName: 'Nia Learner',
    email: 'nia@learner.example',
    registrationNumber: '2054322',
  });
  await stack.forgetQuotas();
  await stack.caller.post(
    '/api/v1/practitioners',
    stack.anOffer({ name: 'Cara Example', email: 'cara@dpp.example', registrationNumber: '2012347' }),
  );
  await stack.caller.post(
    '/api/v1/requests',
    await stack.anAsk({
      requesterName: 'Oli Learner',
      email: 'oli@learner.example',
      registrationNumber: '2054323',
    }),
  );
  await stack.settle();
  await stack.runSchedule('notifications-weekly-digests');
  // The page of an organisation opens once its figures are counted.
  await stack.runSchedule('directory-count-figures');
  await stack.settle();

  const match = (await stack.nouns('match'))[0];
  const requestId = /"requestId":"([^"]+)"/u.exec(JSON.stringify(match))?.[1] ?? '';
  const organisationId = idOf((await stack.nouns('organisation'))[0]);
  const [capacity = '', forDpp = '', forLearner = '', organisation = '', stop = ''] = await mintLinks(stack, [
    { kind: 'capacity', recipient: 'practitioner', practitionerId: dpp },
    { kind: 'feedback', recipient: 'practitioner', practitionerId: dpp, matchId: idOf(match) },
    { kind: 'feedback', recipient: 'requester', requestId, matchId: idOf(match) },
    {
      kind: 'organisation',
      recipient: 'organisation',
      organisationId,
      personId: await ledOrganisation(stack, organisationId),
    },
    { kind: 'unsubscribe', recipient: 'practitioner', practitionerId: dpp },
  ]);
  const manage = linkIn(await stack.mailTo('amara@dpp.example', 'listed as a DPP'), 'manage');
  const status = linkIn(await stack.mailTo('lee@learner.example', 'We are looking'), 'status');
  const offer = linkIn(await stack.mailTo('bilal@dpp.example', 'Accept or decline'), 'offers');
  const digest = linkIn(await stack.mailTo('team@dpp-match.example', /See the whole digest/u), 'digest');
  const slug = /"slug":"([^"]+)"/u.exec((await stack.caller.get('/api/v1/directory')).body)?.[1] ?? '';
  const confirm = linkIn(await stack.mailTo('cara@dpp.example', 'Confirm'), 'confirm');
  const confirmRequest = linkIn(await stack.mailTo('oli@learner.example', 'Confirm'), 'confirm');
  return {
    requestId,
    matchId: idOf(match),
    practitionerId: dpp,
    offer,
    confirm,
    /** The paths of all pages that functions answer, by name. */
    pages: {
      results: '/find-a-dpp/results',
      'results near a place': '/find-a-dpp/results?near=ME7&q=heart',
      'results, none found': '/find-a-dpp/results?q=xylophone',
      profile: `/dpp/${slug}`,
      insights: '/insights',
      'registration, first page': '/register/about-you',
      'request, first page': '/request/kind-of-request',
      'registration sent': '/register/sent',
      'request sent': '/request/sent',
      'confirm a registration': confirm,
      'confirm a request': confirmRequest,
      offer,
      'offer accepted': first,
      'own page of a DPP': manage,
      'change places': `${manage}/places`,
      'change details': `${manage}/what-you-can-offer`,
      pause: `${manage}/pause`,
      'leave the directory': `${manage}/leave`,
      'erase a DPP': `${manage}/erase`,
      'own page of a learner': status,
      'withdraw a request': `${status}/withdraw`,
      'erase a request': `${status}/erase`,
      'check-in': capacity,
      'how a match stands (DPP)': forDpp,
      'how a match stands (learner)': forLearner,
      'page of an organisation': organisation,
      unsubscribe: stop,
      digest,
      'unknown page': '/no-such-page',
      'unknown DPP': '/dpp/nobody-0000000000000000',
      'dead link': `/offers/${'A'.repeat(43)}`,
      'dead link to a registration': `/confirm/${'A'.repeat(43)}`,
    },
    /** Lists every link to the stack's site in the e-mails sent so far. */
    mailedLinks: async () => [
      ...new Set((await stack.mails()).flatMap((mail) => linksToSite(mail, stack.site))),
    ],
  };
};
export type BusyWorld = Awaited<ReturnType<typeof busyWorld>>;
