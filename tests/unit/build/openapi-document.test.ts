import { describe, expect, it } from 'vitest';
import { openApiDocument } from '../../../infra/build/openapi-document.ts';
import { kentAndMedway } from '../../support/kent-and-medway.ts';

describe('the published description of the JSON API', () => {
  const document = openApiDocument('1.2.3', kentAndMedway);

  it('names each operation once', () => {
    const ids = Object.values(document.paths ?? {})
      .flatMap((path) => [path.get, path.post])
      .flatMap((operation) => (operation === undefined ? [] : [operation.operationId]));
    expect(ids).toContain('postApiV1Requests');
    expect(ids).toEqual([...new Set(ids)]);
  });

  it('accepts no field beside the questions', () => {
    expect(document.components?.schemas?.['Registration']).toMatchObject({
      additionalProperties: false,
      required: expect.arrayContaining(['name', 'email', 'profession', 'consent']) as unknown,
    });
  });
});
