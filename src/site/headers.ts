import { createHash } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';

/** Nothing but our own stylesheet, images, fonts and forms; no script at all, no frame around us. */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

export const IMMUTABLE = 'public, max-age=31536000, immutable';
/** Browsers ask every time (a 304 costs one query); caches in between may serve a page for half a minute. */
export const PAGE_CACHE = 'public, max-age=0, s-maxage=30, stale-while-revalidate=60';
export const NOT_KEPT = 'no-store';

/** Headers of every answer of the site. */
export const securityHeaders: MiddlewareHandler = async (c, next) => {
  await next();
  c.header('Content-Security-Policy', CONTENT_SECURITY_POLICY);
  c.header('X-Content-Type-Options', 'nosniff');
  c.header('Referrer-Policy', 'same-origin');
};

/** Strong ETag of a page: everything that its bytes depend on. */
export function etagOf(...parts: readonly (string | number)[]): string {
  const hash = createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
  return `"${hash.slice(0, 27)}"`;
}

/** Whether `If-None-Match` names the tag; caches that compress a page weaken its tag on the way. */
export function matches(ifNoneMatch: string | undefined, etag: string): boolean {
  if (!ifNoneMatch) return false;
  if (ifNoneMatch.trim() === '*') return true;
  return ifNoneMatch.split(',').some((t) => t.trim().replace(/^W\//, '') === etag);
}
