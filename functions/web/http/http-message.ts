import type { FieldError } from '../../../shared/kernel/field-error.ts';

/** What reached us, parsed and limited: handlers trust it. */
export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'HEAD';
  readonly path: string;
  /** Path parameters: { token: "…" }. */
  readonly params: Readonly<Record<string, string>>;
  /** Query string; every value of a repeated key. */
  readonly query: Readonly<Record<string, readonly string[]>>;
  /** Forms: every value of a repeated field. Empty for GET. */
  readonly form: Readonly<Record<string, readonly string[]>>;
  /** The JSON body when one was sent. */
  readonly json: unknown;
  /** True when the caller prefers JSON (Accept) or sent JSON. */
  readonly wantsJson: boolean;
  /** The caller's network (first three parts of an IPv4 address, first four of IPv6): for quotas only, never logged. */
  readonly network: string;
  /** HTTP's Origin header where sent: a POST from another site is refused. */
  readonly origin: string | undefined;
}

export interface HttpReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export type HttpHandler = (request: HttpRequest) => Promise<HttpReply>;

/** An answer before anybody chose its form: one value that becomes a page or JSON. */
export interface Problem {
  readonly status: 400 | 403 | 404 | 405 | 409 | 410 | 413 | 415 | 422 | 429 | 500 | 503;
  /** Stable code for programs: "offer-already-filled". */
  readonly code: string;
  readonly title: string;
  readonly detail?: string;
  readonly errors?: readonly FieldError[];
}
