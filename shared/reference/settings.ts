/** Care settings in which people prescribe and learn to prescribe. */
export const settings = [
  { id: 'community-pharmacy', words: 'Community pharmacy' },
  { id: 'general-practice', words: 'General practice' },
  { id: 'primary-care-network', words: 'Primary care network' },
  { id: 'acute-hospital', words: 'Acute hospital' },
  { id: 'community-trust', words: 'Community trust' },
  { id: 'mental-health', words: 'Mental health' },
  { id: 'care-home', words: 'Care home' },
  { id: 'hospice', words: 'Hospice' },
  { id: 'ambulance-urgent-care', words: 'Ambulance and urgent care' },
  { id: 'health-in-justice', words: 'Health in justice' },
  { id: 'sexual-public-health', words: 'Sexual health and public health' },
  { id: 'optometry', words: 'Optometry' },
  { id: 'specialist-clinic', words: 'Specialist clinic' },
  { id: 'military-health', words: 'Military health' },
  { id: 'independent-sector', words: 'Independent sector' },
] as const;

export type SettingId = (typeof settings)[number]['id'];

export const settingIds = settings.map(({ id }) => id);
