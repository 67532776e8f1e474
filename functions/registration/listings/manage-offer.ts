import { linkDays, linkPaths } from '../../../shared/notifications/link.ts';
import type { OfferIn } from '../../../shared/offers/offer.ts';
import type { Practitioner } from '../../../shared/people/practitioner.ts';
import { addHours } from '../../../shared/kernel/time.ts';
import { deadlineInWords } from '../../../shared/kernel/time-in-words.ts';
import type { Chance } from '../../platform/chance.ts';
import type { Clock } from '../../platform/clock.ts';
import type { LinkRepository } from '../../store/repositories/link-repository.ts';
import type { Table } from '../../store/table/table.ts';
import { choicePage } from '../../web/forms/choice-page.ts';
import type { HttpReply, HttpRequest } from '../../web/http/http-message.ts';
import { answer, redirect } from '../../web/http/reply.ts';
import type { OwnTies } from './manage-learners.ts';

interface Deps {
  readonly table: Pick<Table, 'commit'>;
  readonly links: Pick<LinkRepository, 'mint'>;
  readonly clock: Clock;
  readonly chance: Pick<Chance, 'token'>;
}

/**
 * Leads a DPP from their own page to the page of a live offer. Only pressing the button makes the link, so that opening
 * the page changes nothing.
 */
export const manageOffer =
  ({ table, links, clock, chance }: Deps) =>
  async (
    request: HttpRequest,
    practitioner: Practitioner,
    { offers }: OwnTies,
    home: string,
  ): Promise<HttpReply | undefined> => {
    const action = request.params['action'] ?? '';
    const offer = offers.find(({ id }) => action === `offer-${id}`);
    if (offer === undefined) return undefined;
    if (request.method !== 'POST') return asked(request, practitioner, offer, home);
    const token = chance.token();
    const { id: offerId, requestId } = offer;
    const expiresAt = addHours(clock.now(), 24 * linkDays.offer);
    const link = {
      kind: 'offer',
      recipient: 'practitioner',
      practitionerId: practitioner.id,
      requestId,
      offerId,
      expiresAt,
    } as const;
    await table.commit([links.mint(link, token)]);
    const href = `${linkPaths.offer}/${token}`;
    return request.wantsJson
      ? answer({ request, personal: true, json: { offer: href }, page: () => '' })
      : redirect(href);
  };

const asked = (
  request: HttpRequest,
  practitioner: Practitioner,
  { id, expiresAt }: OfferIn<'pending'>,
  home: string,
): HttpReply =>
  choicePage(request, {
    step: { slug: `offer-${id}`, title: 'Answer an offer', questions: [] },
    actingAs: `You are acting as ${practitioner.name}.`,
    caption: 'Your listing',
    whatHappens: [
      'The next page shows what you need to know about the learner. You accept or decline there.',
      `Answer by ${deadlineInWords(expiresAt)}.`,
    ],
    action: `${home}/offer-${id}`,
    backHref: home,
    buttonText: 'Open the offer',
  });
