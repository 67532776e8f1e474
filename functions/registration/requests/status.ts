import { isSeatIn, type SupervisionRequest } from '../../../shared/requests/request.ts';
import { idsOfGroup } from '../../../shared/requests/learners-asked.ts';
import { type Day, type Instant, londonDay } from '../../../shared/kernel/time.ts';
import { requestJourney } from '../../../shared/journeys/request/request-journey.ts';
import type { ServiceSystem } from '../../../shared/systems/service-system.ts';
import { redirect } from '../../web/http/reply.ts';
import type { RequestRepository } from '../../store/repositories/request-repository.ts';
import type { Table } from '../../store/table/table.ts';
import { readNouns } from '../../store/read-nouns.ts';
import type { SeatHelp } from '../../matching/seats/what-would-help.ts';
import type { RoundForLearner } from '../../matching/rounds/round-news.ts';
import { behindStatus, type StatusLinkDeps, statusToken } from './behind-status.ts';
import { statusPage } from './status-page.ts';

interface Deps extends StatusLinkDeps {
  readonly system: ServiceSystem;
  readonly table: Pick<Table, 'get'>;
  readonly requests: Pick<RequestRepository, 'find' | 'findAll'>;
  /** The round that the request waits for or was in. */
  readonly inRound: (request: SupervisionRequest, now: Instant) => Promise<RoundForLearner | undefined>;
  /** Changes to the request that would make more DPPs eligible, for each vacant seat: see `whatWouldHelp`. */
  readonly whatHelps: (request: SupervisionRequest, today: Day) => Promise<readonly SeatHelp[]>;
}

/** A requester's own page. `statusActions` are its actions. */
export const status = (deps: Deps) => {
  const form = { journey: requestJourney(deps.system), system: deps.system };

  const show = behindStatus(deps, async (request, asked) => {
    const nouns = await readNouns(deps.table, {
      offers: asked.seats.filter(isSeatIn('offered')).map(({ offerId }) => offerId),
      matches: asked.seats.filter(isSeatIn('filled')).map(({ matchId }) => matchId),
      practitioners: asked.seats.filter(isSeatIn('filled')).map(({ practitionerId }) => practitionerId),
    });
    // Looks for helpful changes only after the requester has been informed that no DPP is left; until then,
    // matching continues.
    const stuck = asked.seats
      .filter(isSeatIn('vacant'))
      .some(({ nobodyLeftAt }) => nobodyLeftAt !== undefined);
    const helps =
      asked.state === 'open' && stuck ? await deps.whatHelps(asked, londonDay(deps.clock.now())) : [];
    const round = asked.state === 'open' ? await deps.inRound(asked, deps.clock.now()) : undefined;
    const group = asked.group === undefined ? [] : await deps.requests.findAll(idsOfGroup(asked));
    return statusPage(request, asked, { ...form, now: deps.clock.now(), group }, nouns, helps, round);
  });

  /** Handles POSTs to the page itself, which only come from "Send me a new link" on an expired link. */
  const take = behindStatus(deps, (request) => Promise.resolve(redirect(`/status/${statusToken(request)}`)));

  return { show, take };
};
