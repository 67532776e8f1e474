import type { ProblemWords } from '../../../shared/contracts/problems.ts';
import type { Branding } from '../../../site/src/branding.ts';

/**
 * A request that has been parsed and whose size and format have been checked, so that handlers need not check
 * them again.
 */
export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'HEAD';
  readonly path: string;
  /** Path parameters, such as { token: "…" }. */
  readonly params: Readonly<Record<string, string>>;
  /** Query parameters; all values of a repeated key. */
  readonly query: Readonly<Record<string, readonly string[]>>;
  /** Form fields; all values of a repeated field. Empty for GET. */
  readonly form: Readonly<Record<string, readonly string[]>>;
  /** The JSON body, if one was sent. */
  readonly json: unknown;
  /** True if the caller prefers JSON (Accept) or sent JSON. */
  readonly wantsJson: boolean;
  /** The caller's network: see `networkOf`. For quotas only; never logged. */
  readonly network: string;
  /** The Origin header, if sent; used to refuse POSTs from other sites. */
  readonly origin: string | undefined;
  /** Names that pages of the request's system show; undefined if the request has no system: it gets JSON then. */
  readonly branding: Branding | undefined;
}

export interface HttpReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export type HttpHandler = (request: HttpRequest) => Promise<HttpReply>;

/** A refusal that has not been rendered as a page or as JSON yet. */
export interface Problem extends ProblemWords {
  /** Stable code for programs: "offer-already-filled". */
  readonly code: string;
}
