import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DaybookError, showError } from '../model/errors.ts';
import { chatOver, type ChatAnswer, type ChatSettings } from './chat.ts';
import {
  endless,
  endpoint,
  fails,
  resets,
  says,
  silent,
  writes,
  type Endpoint,
  type Handler,
} from './endpoint.test-support.ts';

const KEY = 'sk-very-secret-1234';
const MESSAGES = [{ role: 'user' as const, content: 'the report' }];

let at: Endpoint;
let elsewhere: Endpoint;
beforeAll(async () => {
  at = await endpoint();
  elsewhere = await endpoint();
  elsewhere.will(says('{"claims": []}'));
});
afterAll(async () => {
  await at.close();
  await elsewhere.close();
});

interface Went {
  answer: ChatAnswer | null;
  error: DaybookError | null;
  tries: number;
  waits: number[];
}

/** One call against an endpoint that answers so, without really waiting between tries. */
async function call(handlers: Handler[], given: Partial<ChatSettings> = {}, tries = 100): Promise<Went> {
  at.will(...handlers);
  const went: Went = { answer: null, error: null, tries: 0, waits: [] };
  const settings = { url: `${at.url}/chat/completions`, model: 'm', key: KEY, timeout: 5000, retries: 3, options: {} };
  const wait = async (ms: number): Promise<void> => void went.waits.push(ms);
  const ask = chatOver({ ...settings, ...given }, { fetch, wait });
  try {
    went.answer = await ask(MESSAGES, { type: 'object' }, { tries, onTry: () => (went.tries += 1) });
  } catch (e) {
    if (!(e instanceof DaybookError)) throw e;
    went.error = e;
  }
  return went;
}

describe('a call', () => {
  test('sends model, messages and schema, and gives text and tokens', async () => {
    const { answer, tries, waits } = await call([says('hello')]);
    expect(answer).toEqual({ content: 'hello', tokens: { in: 100, out: 20 } });
    expect([tries, waits]).toEqual([1, []]);
    const [asked] = at.asked;
    expect(asked!.path).toBe('/v1/chat/completions');
    expect(asked!.headers.authorization).toBe(`Bearer ${KEY}`);
    expect(asked!.body).toEqual({
      model: 'm',
      messages: MESSAGES,
      temperature: 0,
      response_format: { type: 'json_schema', json_schema: { name: 'claims', schema: { type: 'object' } } },
    });
  });
  test('sends no key where there is none, and takes fields of the settings, null leaving one out', async () => {
    await call([says('hello')], { key: undefined, options: { temperature: null, max_completion_tokens: 9 } });
    expect(at.asked[0]!.headers.authorization).toBeUndefined();
    expect(Object.keys(at.asked[0]!.body)).toEqual(['model', 'messages', 'response_format', 'max_completion_tokens']);
  });
  test.each([
    ['absent', {}],
    ['negative', { usage: { prompt_tokens: -5, completion_tokens: 1 } }],
    ['no number', { usage: { prompt_tokens: 'many', completion_tokens: 1 } }],
    ['beyond measure', { usage: { prompt_tokens: 1e300, completion_tokens: 1 } }],
  ])('takes tokens that are %s as not told', async (_, more) => {
    expect((await call([says('hello', more)])).answer).toEqual({ content: 'hello', tokens: null });
  });
});

describe('what fails for the moment is tried again', () => {
  test.each<[string, Handler]>([
    ['429', fails(429)],
    ['500', fails(500)],
    ['503', fails(503)],
    ['503 with a body that never ends', endless(' ', 20, 503)],
    ['a connection that is reset', resets],
  ])('%s, then good', async (_, handler) => {
    const { answer, tries, waits } = await call([handler, handler, says('hello')]);
    expect(answer!.content).toBe('hello');
    expect([tries, waits]).toEqual([3, [1000, 2000]]);
  });
  test.each<[string, string, number]>([
    ['seconds', '7', 7000],
    ['nothing to wait for', '0', 0],
    ['longer than we wait for anything', '86400', 30_000],
    ['more digits than a number has', '9'.repeat(400), 30_000],
    ['what cannot be read', 'soon', 1000],
    ['a date that has passed', 'Mon, 01 Jan 2001 00:00:00 GMT', 0],
  ])('Retry-After with %s', async (_, value, expected) => {
    const { answer, waits } = await call([fails(429, 'slow down', { 'retry-after': value }), says('hello')]);
    expect(answer!.content).toBe('hello');
    expect(waits).toEqual([expected]);
  });
  test('Retry-After with a date counts from the clock of the endpoint', async () => {
    const headers = { date: 'Tue, 07 Nov 2023 09:00:00 GMT', 'retry-after': 'Tue, 07 Nov 2023 09:00:12 GMT' };
    expect((await call([fails(503, 'later', headers), says('hello')])).waits).toEqual([12_000]);
  });
  test('as often as the settings say, and no longer', async () => {
    const { error, tries, waits } = await call([fails(500)], { retries: 6 });
    expect(error!.code).toBe('model-busy');
    expect([tries, waits]).toEqual([7, [1000, 2000, 4000, 8000, 16_000, 30_000]]);
  });
  test('as often as the cap of the run still allows', async () => {
    const { error, tries } = await call([fails(500)], {}, 2);
    expect([error!.code, tries]).toEqual(['model-busy', 2]);
  });
});

describe('what will not be better next time ends the call at once', () => {
  test.each<[string, Handler, string]>([
    ['a refusal', fails(400), 'model-refused'],
    ['a wrong key', fails(401), 'model-refused'],
    ['no such address', fails(404), 'model-refused'],
    ['no JSON', writes('<html>hello</html>'), 'model-answer-invalid'],
    ['nothing', writes(''), 'model-answer-invalid'],
    ['no completion', writes('{"claims": []}'), 'model-answer-invalid'],
    ['no choices', writes('{"choices": []}'), 'model-answer-invalid'],
    ['no text', says(null), 'model-answer-invalid'],
    ['bytes that are no UTF-8', writes(Buffer.from([0xff, 0xfe, 0x7b])), 'model-answer-invalid'],
    ['10 MB', writes(`{"choices": "${'x'.repeat(10e6)}"}`), 'model-answer-too-large'],
    ['10 MB, packed', writes(gzipSync('x'.repeat(10e6)), { 'content-encoding': 'gzip' }), 'model-answer-too-large'],
    ['a stream without end', endless('x'.repeat(65_536)), 'model-answer-too-large'],
  ])('%s', async (_, handler, code) => {
    const { error, tries } = await call([handler]);
    expect([error!.code, tries]).toEqual([code, 1]);
  });
  test.each<[string, Handler]>([
    ['no answer', silent],
    ['an answer that drips', endless(' ', 20)],
  ])('%s within the time', async (_, handler) => {
    const begun = Date.now();
    const { error, tries } = await call([handler], { timeout: 200 });
    expect([error!.code, tries]).toEqual(['model-slow', 1]);
    expect(Date.now() - begun).toBeLessThan(2000);
  });
  test('nobody there', async () => {
    const { error } = await call([silent], { url: 'http://127.0.0.1:1/v1/chat/completions', retries: 0 });
    expect(error!.code).toBe('model-unreachable');
  });
});

describe('redirects', () => {
  const sends =
    (status: number, location?: string): Handler =>
    (res) =>
      res.writeHead(status, location === undefined ? {} : { location }).end();

  test('are followed on the same origin where they keep the method', async () => {
    const { answer } = await call([sends(308, '/v1/chat/completions/'), says('hello')]);
    expect(answer!.content).toBe('hello');
    expect(at.asked.map((a) => a.path)).toEqual(['/v1/chat/completions', '/v1/chat/completions/']);
  });
  test('to another origin are refused: neither key nor report goes there', async () => {
    const { error } = await call([sends(307, `${elsewhere.url}/chat/completions`)]);
    expect(error!.code).toBe('model-redirected');
    expect(elsewhere.asked).toEqual([]);
  });
  test.each<[string, Handler]>([
    ['that would make a GET of it', sends(302, '/v1/other')],
    ['to nowhere', sends(307)],
    ['to no address', sends(307, 'http://')],
    ['to another scheme', sends(308, 'file:///etc/hosts')],
    ['in a circle', sends(307, '/v1/chat/completions')],
  ])('%s are refused', async (_, handler) => {
    expect((await call([handler])).error!.code).toBe('model-redirected');
  });
});

describe('the key', () => {
  test.each<[string, Handler[], Partial<ChatSettings>]>([
    ['an endpoint that repeats it', [fails(401, `Incorrect API key provided: ${KEY}.`)], {}],
    ['an endpoint that repeats it in an answer', [writes(KEY)], {}],
    ['a redirect', [(res) => void res.writeHead(307, { location: 'http://127.0.0.2/' }).end()], {}],
    ['no connection', [silent], { url: 'http://127.0.0.1:1/', retries: 0 }],
    ['no time', [silent], { timeout: 50 }],
  ])('stands in no error: %s', async (_, handlers, given) => {
    const { error } = await call(handlers, given);
    expect(showError(error!) + JSON.stringify(error) + String(error!.stack)).not.toContain(KEY);
  });
  test('the rest of what the endpoint says is told, on one line and cut', async () => {
    const { error } = await call([fails(400, `model\n\u001b[31m“x” not found ${'y'.repeat(900)}`)]);
    expect(error!.message).toContain('model [31m“x” not found yyy');
    expect(error!.message.length).toBeLessThan(300);
  });
});
