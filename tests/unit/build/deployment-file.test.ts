import { describe, expect, it } from 'vitest';
import { deploymentFile } from '../../../infra/build/deployment-file.ts';
import { systemsFolder, readSystemFolder } from '../../../infra/build/read-system-folder.ts';
import { publishedSystemFrom } from '../../../shared/systems/published-system.ts';

const dataOf = (id: string) => publishedSystemFrom(readSystemFolder(`${systemsFolder}/${id}`));
const systemOf = (id: string, placeLeads: Readonly<Record<string, string>> = {}) => ({ id, placeLeads });

describe('the file of a deployment', () => {
  it('says which outcodes at a border another of its systems serves', () => {
    const [kent, sussex] = deploymentFile([systemOf('kent-and-medway'), systemOf('sussex')], dataOf);
    expect(kent).toMatchObject({ board: 'QKS', name: 'Kent and Medway' });
    expect(kent?.neighbours['sussex']).toEqual(expect.arrayContaining(['TN5', 'TN6', 'TN7']));
    expect(kent?.neighbours['sussex']).not.toContain('BN1');
    expect(sussex?.neighbours['kent-and-medway']).toEqual(expect.arrayContaining(['TN2', 'TN4']));
    expect(deploymentFile([systemOf('kent-and-medway')], dataOf)[0]?.neighbours).toEqual({});
  });

  it('takes the leads of places that a system has', () => {
    const leads = { 'east-kent': 'east@kent.example' };
    expect(deploymentFile([systemOf('kent-and-medway', leads)], dataOf)[0]).toMatchObject({
      placeLeads: leads,
    });
  });

  it('names each place of a lead that a system does not have, in a line', () => {
    expect(() =>
      deploymentFile(
        [
          systemOf('kent-and-medway', { 'east-kemt': 'east@kent.example' }),
          systemOf('sussex', { 'west-kent': 'west@kent.example' }),
        ],
        dataOf,
      ),
    ).toThrow(
      new Error(
        'kent-and-medway, placeLeads: there is no place “east-kemt”. Places: dartford-gravesham-swanley, east-kent, medway-swale, west-kent\n' +
          `sussex, placeLeads: there is no place “west-kent”. Places: ${dataOf('sussex')
            .places.map(({ id }) => id)
            .join(', ')}`,
      ),
    );
  });
});
