import { headerOf, type SiteRequest, type SiteResponse } from '../message.ts';
import { gatewayMessage } from './function-answer.ts';
import type { GatewayIdentity } from './event.ts';

export interface JwtAuthorizer {
  readonly issuer: string;
  readonly audience: readonly string[];
  /** `$request.header.Authorization`, the only source served. */
  readonly header: string;
}

export type VerifyAccessToken = (token: string, issuer: string, audience: readonly string[]) => Promise<Record<string, unknown>>;

export type Authorization =
  | { readonly allowed: true; readonly identity: GatewayIdentity }
  | { readonly allowed: false; readonly answer: SiteResponse };

/**
 * The JWT authorizer: 401 with `www-authenticate` for a missing, malformed, expired or foreign
 * token, 403 when the route asks for scopes and the token has none of them.
 */
export async function authorize(
  request: SiteRequest,
  authorizer: JwtAuthorizer,
  requiredScopes: readonly string[],
  verify: VerifyAccessToken,
): Promise<Authorization> {
  const value = headerOf(request.headers, authorizer.header);
  if (value === undefined) return refused('Bearer');
  const token = /^(?:Bearer\s+)?(\S+)$/i.exec(value.trim())?.[1];
  if (token === undefined || token.split('.').length !== 3) return refused(challenge('the token is not a JWT'));
  let claims: Record<string, unknown>;
  try {
    claims = await verify(token, authorizer.issuer, authorizer.audience);
  } catch {
    return refused(challenge('the token is expired, or not of this issuer and audience'));
  }
  const scopes = typeof claims['scope'] === 'string' ? claims['scope'].split(' ').filter(Boolean) : [];
  const granted = requiredScopes.filter((scope) => scopes.includes(scope));
  if (requiredScopes.length > 0 && granted.length === 0) {
    const header = `Bearer scope="${requiredScopes.join(' ')}" error="insufficient_scope"`;
    return { allowed: false, answer: gatewayMessage(403, 'Forbidden', { 'www-authenticate': header }) };
  }
  return {
    allowed: true,
    identity: { claims: claimTexts(claims), scopes: requiredScopes.length > 0 ? granted : null },
  };
}

/** The gateway hands every claim on as text; a list becomes `[a b]`. */
function claimTexts(claims: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(claims)
      .filter(([, value]) => value !== undefined && value !== null)
      .map(([name, value]) => [name, claimText(value)]),
  );
}

function claimText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(claimText).join(' ')}]`;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function challenge(description: string): string {
  return `Bearer scope="" error="invalid_token" error_description="${description}"`;
}

function refused(header: string): Authorization {
  return { allowed: false, answer: gatewayMessage(401, 'Unauthorized', { 'www-authenticate': header }) };
}
