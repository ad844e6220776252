/**
 * Which failures say "the connection or the moment was bad" rather than "the request was": the same work, under the
 * same idempotency key, may be tried again.
 */
const STATES = new Set([
  '25006', // read-only: the primary has just become a standby
  '40001', // could not serialise
  '40P01', // deadlock
  '53300', // too many connections
  '57P01', // ended by an administrator or a shutdown
  '57P02', // ended by a crash
  '57P03', // starting up or shutting down
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT', // the socket's file: the server is being started again
  'EPIPE',
  'ETIMEDOUT',
]);
// pg gives no code when the connection goes away in the middle.
const WORDS =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/;

/** True when the same work may be tried again as it is; looks through causes. */
export function retryable(error: unknown): boolean {
  for (let e = error; e instanceof Error; e = e.cause) {
    const code = 'code' in e ? String(e.code) : '';
    if (STATES.has(code) || code.startsWith('08') || WORDS.test(e.message)) return true;
  }
  return false;
}
