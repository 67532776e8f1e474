import { quietly } from '../platform/quietly.ts';
import { eraseOwnRequest } from '../registration/close-request.ts';
import { eraseListing } from '../registration/leave-listing.ts';
import { nightly } from './nightly-container.ts';
import { erasedAndBack, retentionDue } from './retain-rules.ts';
import { retain } from './retain.ts';

const deps = { ...nightly, erasePractitioner: eraseListing(nightly), eraseRequest: eraseOwnRequest(nightly) };

export const handler = quietly(
  nightly.log,
  retain({ ...nightly, due: retentionDue(deps), erasedAndBack: erasedAndBack(deps) }),
);
