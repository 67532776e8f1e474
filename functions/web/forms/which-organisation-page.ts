import { asTyped } from '../../../shared/journeys/form-values.ts';
import type { HttpReply, HttpRequest } from '../http/http-message.ts';
import { type Choice, choicePage } from './choice-page.ts';
import {
  choosingFields,
  choosingStep,
  isChoosing,
  nothingChosen,
  type OrganisationChoice,
} from './organisation-choice.ts';

/** Asks which organisation somebody means who changes their details. What they entered goes along in hidden fields. */
export const whichOrganisationPage = (
  request: HttpRequest,
  { actingAs, action, caption }: Choice,
  choice: OrganisationChoice,
): HttpReply =>
  choicePage(
    request,
    {
      step: choosingStep(choice),
      actingAs,
      action,
      ...(caption === undefined ? {} : { caption }),
      whatHappens: [choice.intro],
      backHref: action,
      hidden: { ...asTyped(request.form), ...choosingFields },
      buttonText: 'Continue',
    },
    isChoosing(request.form) ? nothingChosen : [],
  );
