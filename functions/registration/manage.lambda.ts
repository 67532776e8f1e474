import { loadLater } from '../platform/load-later.ts';
import { httpFunction } from '../web/http/http-function.ts';
import { routesFor } from '../web/http/routes-for.ts';
import { containerOf } from './container.ts';
import { manage } from './listings/manage.ts';

// A visit to the page needs few of the actions, so most load their code when they are used.
export const handler = httpFunction((functionSystem) => {
  const container = {
    ...containerOf(functionSystem),
    knownOrganisations: loadLater(async () =>
      (await import('../store/function-organisations.ts')).functionOrganisations(functionSystem),
    ),
  };
  const { show, take, showAction, takeAction } = manage({
    ...container,
    changeListing: loadLater(async () =>
      (await import('../matching/matches/change-own-listing.ts')).changeOwnListing(container),
    ),
    correctNumber: loadLater(async () => {
      const { correctNumber } = await import('./listings/correct-number.ts');
      const { tellOtherTeam } = await import('./confirmation/tell-other-team.ts');
      return correctNumber({ ...container, tellOtherTeam: tellOtherTeam(container) });
    }),
    changedOffer: loadLater(async () =>
      (await import('./listings/changed-offer.ts')).changedOffer(container),
    ),
    askForNewAddress: loadLater(async () =>
      (await import('./listings/ask-for-new-address.ts')).askForNewAddress(container),
    ),
    matchPages: loadLater(async () =>
      (await import('../matching/matches/match-pages.ts')).matchPages(container),
    ),
    leave: loadLater(async () =>
      (await import('../matching/matches/leave-listing.ts')).leaveListing(container),
    ),
    erase: loadLater(async () =>
      (await import('../privacy/erasure/erase-listing.ts')).eraseListing(container),
    ),
    personalData: loadLater(async () =>
      (await import('../privacy/export/personal-data.ts')).dataOfPractitioner(container),
    ),
  });
  return routesFor('registration/manage', {
    'GET /manage/{token}': show,
    'POST /manage/{token}': take,
    'GET /manage/{token}/{action}': showAction,
    'POST /manage/{token}/{action}': takeAction,
  });
});
