/** Names the sources of minutes and miles by road. Public pages and files with minutes have to show it. */
export const travelAttribution =
  'Contains OS data © Crown copyright and database right 2014. Contains National Statistics data © Crown copyright and database right 2014. Open Government Licence v3.0. Boundaries by way of martinjc/UK-GeoJSON (CC BY 4.0), simplified. Drive times fitted to data © OpenStreetMap contributors (ODbL 1.0).';

/** Explains minutes and miles by road to the public, with their sources. */
export const travelNote = `Minutes and miles are by road: an estimate for midday on a weekday, from the first half of one postcode to that of the other. ${travelAttribution}`;
