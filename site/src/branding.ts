/** An image in `site/public/assets/`; no image is loaded from another host. */
interface Logo {
  readonly src: string;
  readonly alt: string;
  readonly width: number;
  readonly height: number;
}

export interface Branding {
  readonly service: string;
  readonly area: string;
  readonly owner: string;
  readonly ownerAddress: string;
  readonly contactEmail: string;
  readonly privacyEmail: string;
  readonly securityEmail: string;
  readonly logo?: Logo;
}

/**
 * Names of the service and its owner: the only file to edit before a deployment. The addresses are
 * placeholders under a reserved domain, so that an unedited copy cannot send e-mail to anybody.
 */
export const branding: Branding = {
  service: 'DPP Match',
  area: 'Kent and Medway',
  owner: 'NHS Kent and Medway Integrated Care Board',
  ownerAddress: 'the prescribing programme team',
  contactEmail: 'dpp-match@kentandmedway.example',
  privacyEmail: 'privacy@kentandmedway.example',
  securityEmail: 'security@kentandmedway.example',
};
