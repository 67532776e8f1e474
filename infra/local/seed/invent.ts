import { base, en, en_GB, Faker } from '@faker-js/faker';

const firstNames =
  `Abena Adaeze Aisha Alasdair Amara Anneka Arjun Beatrix Bronwen Callum Chidi Dafydd Daniela Devika Ebony
  Ewan Farah Femi Fergus Gethin Grace Hamza Hannah Hiroko Imogen Ines Isla Jasmin Jerome Kofi Kwame Leila Lowri Maeve
  Magnus Malik Marisol Meera Mirabel Nadia Naveed Niamh Oluwaseun Orla Padma Petra Priya Rafael Rhiannon Rowan Saffron
  Samira Sanjay Sinead Soraya Tamsin Tariq Thandiwe Tobias Uma Verity Wanjiru Wilfred Yasmin Yusuf Zofia`.split(
    /\s+/,
  );

const ID_LETTERS = '0123456789abcdefghjkmnpqrstvwxyz';

/** Invented surnames, so that people see at once that the data is fictional. */
const surnames = [
  'Applecombe',
  'Ashbeacon',
  'Bluebellow',
  'Brambleford',
  'Castlemarsh',
  'Cherrydown',
  'Cobnutley',
  'Damsonby',
  'Downsway',
  'Dunlinshaw',
  'Eelmarsh',
  'Elderhythe',
  'Fernlathe',
  'Gateholm',
  'Goldenhop',
  'Greengage',
  'Hazelweir',
  'Hopgarden',
  'Ironbark',
  'Kingfisherly',
  'Larkmarsh',
  'Lathebourne',
  'Marshlight',
  'Medlarton',
  'Millreach',
  'Nettlewick',
  'Oastwright',
  'Orchardley',
  'Pebblestrand',
  'Quincewood',
  'Reedham-Vale',
  'Saltreach',
  'Shinglebank',
  'Thistledown',
  'Wealdward',
  'Whitecliffe-Moor',
  'Windmillar',
  'Yewbarrow',
] as const;

/** Random choices from a fixed seed, so that they are the same at every start. */
export interface Invent {
  id(): string;
  person(): string;
  whole(least: number, most: number): number;
  pick<Item>(items: readonly Item[]): Item;
  some<Item>(items: readonly Item[], least: number, most: number): Item[];
  /** Returns true with a probability of `share` percent. */
  sometimes(share: number): boolean;
  digits(count: number): string;
}

export const inventFrom = (seed: number): Invent => {
  const faker = new Faker({ locale: [en_GB, en, base], seed });
  const used = new Set<string>();
  const person = (): string => {
    const name = `${faker.helpers.arrayElement(firstNames)} ${faker.helpers.arrayElement(surnames)}`;
    if (used.has(name)) return person();
    used.add(name);
    return name;
  };
  return {
    id: () => faker.string.fromCharacters(ID_LETTERS, 16),
    person,
    whole: (min, max) => faker.number.int({ min, max }),
    pick: (items) => faker.helpers.arrayElement(items),
    some: (items, min, max) =>
      faker.helpers.arrayElements(items, {
        min: Math.min(min, items.length),
        max: Math.min(max, items.length),
      }),
    sometimes: (share) => faker.number.int({ min: 1, max: 100 }) <= share,
    digits: (length) => faker.string.numeric({ length, allowLeadingZeros: true }),
  };
};
