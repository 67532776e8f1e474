import { describe, expect, it } from 'vitest';
import { openApiDocument } from '../../../infra/build/openapi-document.ts';
import { kentAndMedway } from '../../support/kent-and-medway.ts';

describe('the published description of the JSON API', () => {
  const document = openApiDocument('1.2.3', kentAndMedway);

  it('has the public operations', () => {
    expect(Object.keys(document.paths ?? {})).toEqual([
      '/api/v1/practitioners',
      '/api/v1/requests',
      '/api/v1/requests/list',
      '/api/v1/directory',
      '/confirm/{token}',
      '/capacity/{token}',
    ]);
  });

  it('accepts no field beside the questions', () => {
    expect(document.components?.schemas?.['Registration']).toMatchObject({
      additionalProperties: false,
      required: expect.arrayContaining(['name', 'email', 'profession', 'consent']) as unknown,
    });
  });
});
