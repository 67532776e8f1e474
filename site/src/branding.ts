/** A picture file in `site/public/assets/`; nothing is loaded from another host. */
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
 * How the service names itself and its owner: the one file to edit before a deployment. The addresses are
 * placeholders under a reserved domain, so that a copy which nobody edited cannot write to anyone.
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
