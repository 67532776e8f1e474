import { httpFunction } from '../web/http/http-function.ts';
import { routesFor } from '../web/http/routes-for.ts';
import { functionOrganisations } from '../store/function-organisations.ts';
import { askForNewAddress } from './listings/ask-for-new-address.ts';
import { containerOf } from './container.ts';
import { tellOtherTeam } from './confirmation/tell-other-team.ts';
import { changedOffer } from './listings/changed-offer.ts';
import { correctNumber } from './listings/correct-number.ts';
import { changeOwnListing } from '../matching/matches/change-own-listing.ts';
import { matchPages } from '../matching/matches/match-pages.ts';
import { leaveListing } from '../matching/matches/leave-listing.ts';
import { eraseListing } from '../privacy/erasure/erase-listing.ts';
import { manage } from './listings/manage.ts';
import { dataOfPractitioner } from '../privacy/export/personal-data.ts';

export const handler = httpFunction((functionSystem) => {
  const container = {
    ...containerOf(functionSystem),
    knownOrganisations: functionOrganisations(functionSystem),
  };
  const { show, take, showAction, takeAction } = manage({
    ...container,
    changeListing: changeOwnListing(container),
    correctNumber: correctNumber({ ...container, tellOtherTeam: tellOtherTeam(container) }),
    changedOffer: changedOffer(container),
    askForNewAddress: askForNewAddress(container),
    matchPages: matchPages(container),
    leave: leaveListing(container),
    erase: eraseListing(container),
    personalData: dataOfPractitioner(container),
  });
  return routesFor('registration/manage', {
    'GET /manage/{token}': show,
    'POST /manage/{token}': take,
    'GET /manage/{token}/{action}': showAction,
    'POST /manage/{token}/{action}': takeAction,
  });
});
