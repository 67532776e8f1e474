import type { HttpRequest } from '../../functions/web/http/http-message.ts';
import { brandingOf } from '../../site/src/branding.ts';
import { kentAndMedway } from './kent-and-medway.ts';

/** Builds a GET request as a handler receives it, with the query and the path parameters of a URL. */
export const aGet = (url: string, changes: Partial<HttpRequest> = {}): HttpRequest => {
  const { pathname, searchParams } = new URL(url, 'https://dpp.example');
  const query: Record<string, string[]> = {};
  for (const [key, value] of searchParams) (query[key] ??= []).push(value);
  return {
    method: 'GET',
    path: pathname,
    params: {},
    query,
    form: {},
    json: undefined,
    wantsJson: false,
    network: '192.0.2',
    origin: undefined,
    branding: brandingOf(kentAndMedway),
    ...changes,
  };
};
