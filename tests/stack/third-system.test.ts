import { beforeAll, describe, expect, it } from 'vitest';
import { journeyStack, linkIn } from '../support/journey/stack.ts';

/** The tests are steps of one journey through a system of which the service has only a folder. */
describe('a made-up system from one folder', () => {
  const stack = journeyStack(63, 'zz-riverlands');
  const page = async (path: string): Promise<string> => (await stack.caller.see(path)).body;

  beforeAll(() => stack.empty());

  it('has its own home page', async () => {
    const home = await page('/');
    expect(home).toContain('Riverlands');
    for (const other of ['Kent', 'Medway', 'Sussex']) expect(home).not.toContain(other);
  });

  it('registers a DPP and lists them', async () => {
    await stack.listed({
      name: 'Rowan Riverside',
      email: 'rowan@riverlands.example',
      registrationNumber: '2099663',
      organisation: 'Brackenford Health Centre',
      outcode: 'ZZ5',
    });
    await stack.whenFresh();
    const directory = await page('/find-a-dpp/results');
    expect(directory).toContain('Rowan Riverside');
    expect(directory).toContain('Brackenford, Lower River');
  });

  it('finds them from a town by its own roads', async () => {
    const near = await page('/find-a-dpp/results?near=Kingsferry%2C+Rivershire&minutes=60');
    expect(near).toContain('1 DPP within 60 minutes by road of Kingsferry');
    expect(near).toContain('About 27 minutes from Kingsferry');
    expect(await page('/find-a-dpp/results?near=Maidstone')).toContain(
      'Enter a postcode or town in Riverlands, such as ZZ5 or Brackenford',
    );
  });

  it('shows its own districts on the map', async () => {
    const directory = await page('/find-a-dpp/results');
    for (const words of ['Bracken and Merrow: 1 DPP', 'Alder Vale: 0 DPPs', 'Gullhaven: 0 DPPs'])
      expect(directory).toContain(`aria-label="${words} with places"`);
  });

  it('matches a learner by its own roads', async () => {
    await stack.confirmDomain('riverlands.example');
    await stack.asked({
      requesterName: 'Wren Learner',
      email: 'wren@riverlands.example',
      registrationNumber: '2099664',
      organisation: 'Heron Chemist',
      outcode: 'ZZ6',
      university: 'riverlands',
    });
    const offer = await stack.mailTo('rowan@riverlands.example', 'Accept or decline');
    expect(linkIn(offer, 'offers')).toMatch(/^\/offers\//u);
    expect(offer.body.text).toContain(
      'about 13 minutes, 6 miles by road, from where you practise (Brackenford)',
    );
    expect(offer.body.text).toContain('for NHS Riverlands Integrated Care Board');
  });

  it('is unknown to the systems beside it', async () => {
    const first = journeyStack(64);
    for (const path of ['/', '/find-a-dpp/results', '/open-data/directory.json'])
      expect((await first.caller.see(path)).body).not.toMatch(/riverlands|Rowan/iu);
  });
});
