import {
  organisationPersonId,
  type OrganisationTrust,
} from '../../../functions/store/repositories/organisation-trust-repository.ts';
import { ledBy } from '../../../shared/people/lead-moves.ts';
import type { OrganisationPerson } from '../../../shared/people/organisation-person.ts';
import { type Organisation, organisationIdOf } from '../../../shared/people/organisation.ts';
import type { Instant } from '../../../shared/kernel/time.ts';
import type { Site } from '../../../shared/reference/vocabulary.ts';
import { siteAt } from '../../../shared/people/site-at.ts';
import type { SettingId } from '../../../shared/reference/settings.ts';
import { demonstrationSystem } from './demonstration-system.ts';
import type { Invent } from './invent.ts';

/** Forty fictional employers in real towns. */
const list: readonly (readonly [name: string, setting: SettingId, outcode: string])[] = [
  ['Hoppington Surgery', 'general-practice', 'ME7'],
  ['Oast Lane Pharmacy', 'community-pharmacy', 'ME4'],
  ['Estuary Example Hospital', 'acute-hospital', 'ME7'],
  ['Saltreach PCN', 'primary-care-network', 'ME10'],
  ['Marshlight Medical Centre', 'general-practice', 'ME12'],
  ['Riverbend Mental Health Example Trust', 'mental-health', 'ME5'],
  ['Nettlewick Pharmacy', 'community-pharmacy', 'ME8'],
  ['Cobnut House Care Home', 'care-home', 'ME13'],
  ['Larkmarsh Community Example Trust', 'community-trust', 'ME2'],
  ['Chapel Weir Justice Health', 'health-in-justice', 'ME12'],
  ['Whitecliffe Surgery', 'general-practice', 'CT16'],
  ['Orchard Gate Example Hospital', 'acute-hospital', 'CT1'],
  ['Shinglebank Pharmacy', 'community-pharmacy', 'CT9'],
  ['Elderhythe PCN', 'primary-care-network', 'CT21'],
  ['Samphire Hospice', 'hospice', 'CT11'],
  ['Pebblestrand Sexual Health', 'sexual-public-health', 'CT20'],
  ['Gateholm Eye Care', 'optometry', 'CT5'],
  ['Dunlin Shore Surgery', 'general-practice', 'CT14'],
  ['Lathebourne Community Example Trust', 'community-trust', 'TN24'],
  ['Romney Light Medical Centre', 'general-practice', 'TN28'],
  ['Cliffway Defence Medical Centre', 'military-health', 'CT18'],
  ['Harebell Care Home', 'care-home', 'CT6'],
  ['East Shore Urgent Care', 'ambulance-urgent-care', 'CT10'],
  ['Damson Tree Surgery', 'general-practice', 'ME14'],
  ['Wealdward Example Hospital', 'acute-hospital', 'TN2'],
  ['Goldenhop Pharmacy', 'community-pharmacy', 'TN9'],
  ['Brambleford PCN', 'primary-care-network', 'TN13'],
  ['Quincewood Skin Clinic', 'specialist-clinic', 'TN1'],
  ['Medlar Mental Health Example Trust', 'mental-health', 'ME15'],
  ['Hazelweir Surgery', 'general-practice', 'TN12'],
  ['Hopgarden Hospice', 'hospice', 'ME16'],
  ['Oakshaw Private Clinic', 'independent-sector', 'TN15'],
  ['Fernlathe Sight Centre', 'optometry', 'ME14'],
  ['Weald Response Ambulance', 'ambulance-urgent-care', 'ME20'],
  ['Chalkdown Surgery', 'general-practice', 'DA1'],
  ['Thamesfold Example Hospital', 'acute-hospital', 'DA2'],
  ['Bluebell Lane Pharmacy', 'community-pharmacy', 'DA11'],
  ['Ferryman PCN', 'primary-care-network', 'DA12'],
  ['Kingfisher Sexual Health', 'sexual-public-health', 'DA1'],
  ['Darentbrook Surgery', 'general-practice', 'BR8'],
];

export interface Employer {
  readonly organisation: Organisation;
  readonly setting: SettingId;
  readonly site: Site;
  /** Domain of the employer's e-mail addresses. */
  readonly domain: string;
  /** The prescribing lead whom its learners name; undefined if nobody names one. */
  readonly lead: { readonly name: string; readonly email: string } | undefined;
  /** What the team has confirmed, and who was named. */
  readonly trust: OrganisationTrust;
}

export const siteIn = (outcode: string): Site => siteAt(outcode, demonstrationSystem.geography);

/** Builds an e-mail address: "Sam Saltreach" at hoppington.example → sam.saltreach@hoppington.example */
export const addressAt = (domain: string, name: string): string =>
  `${name.toLowerCase().replace(/[^a-z]+/g, '.')}@${domain}`;

const BY = 'Nina Team';

/** A lead of an employer: confirmed by the employer's domain and by themselves, or only named. */
const personOf = (
  organisationId: string,
  { name, email }: { readonly name: string; readonly email: string },
  domain: string | undefined,
  at: Instant,
): OrganisationPerson => ({
  id: organisationPersonId('lead', email),
  version: 0,
  organisationId,
  role: 'lead',
  name,
  email,
  proposedAt: at,
  ...(domain === undefined
    ? { state: 'proposed' }
    : { state: 'confirmed', addressConfirmedAt: at, byDomain: domain, decidedAt: at }),
});

/**
 * Invents the employers. A third have a confirmed domain and a lead who receives the organisation's digest; another third
 * have a lead who was only named and waits for the team; nobody has named a lead of the others.
 */
export const inventEmployers = (invent: Invent, createdAt: Instant): readonly Employer[] =>
  list.map(([name, setting, outcode], index) => {
    const id = organisationIdOf(name);
    const domain = `${id}.example`;
    // No system's list has codes that begin with ZZ.
    const code = `ZZ${String(index + 1).padStart(3, '0')}`;
    const site = siteIn(outcode);
    const leadName = invent.person();
    const lead = index % 3 === 2 ? undefined : { name: leadName, email: addressAt(domain, leadName) };
    const organisation = { id, version: 0, name, place: site.place, code, digests: false, createdAt };
    const isConfirmed = index % 3 === 0 && lead !== undefined;
    return {
      setting,
      site,
      domain,
      lead,
      organisation: isConfirmed ? ledBy(organisation, lead, createdAt) : organisation,
      trust: {
        domains: isConfirmed
          ? [
              {
                organisationId: id,
                domain,
                listsAtOnce: false,
                by: BY,
                at: createdAt,
                note: 'Named on its website.',
              },
            ]
          : [],
        people: lead === undefined ? [] : [personOf(id, lead, isConfirmed ? domain : undefined, createdAt)],
      },
    };
  });
