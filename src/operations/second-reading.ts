import * as z from 'zod';
import { KnownIds } from '../extract/second/known-ids.ts';
import type { ReadingInput } from '../extract/engine.ts';
import { proposalsSchema, unwrap } from '../extract/second/proposal.ts';
import { messagesFor, secondEngine, type Message } from '../extract/second/prompt.ts';
import { gate, type Drop } from '../extract/second/span-gate.ts';
import type { Actor } from '../model/actor.ts';
import type { Claim } from '../model/claim.ts';
import { asDaybookError, DaybookError, type Where } from '../model/errors.ts';
import type { Place } from '../model/place.ts';
import type { Chat, ChatAnswer } from './chat.ts';

/** The optional second reader: where it is asked, and what a run may spend on it. */
export interface SecondReader {
  ask: Chat;
  model: string;
  /** Host of the endpoint, for messages. */
  host: string;
  cap: { calls: number; tokens: number; cost: number | null };
  /** Per million tokens, in any currency; null = cost is not told. */
  prices: { in: number; out: number } | null;
}

/** What a run used of the second reader, and what became of its proposals. */
export const SecondUse = z.object({
  engine: z.string().describe('what its claims are marked with'),
  reports: z.int().describe('reports that it read'),
  failed: z.int().describe('reports for which it gave no answer that can be used'),
  left: z.int().describe('reports that were not given to it: a cap was reached, or it failed too often'),
  calls: z.int(),
  retries: z.int().describe('calls among these that were made again'),
  tokens: z.object({ in: z.int(), out: z.int(), estimated: z.boolean().describe('the endpoint does not count them') }),
  cost: z.number().nullable().describe('by the prices of the settings; null = none are set'),
  cap: z.object({ calls: z.int(), tokens: z.int(), cost: z.number().nullable() }),
  proposals: z.int(),
  claims: z.int().describe('proposals that became claims'),
  dropped: z.array(z.object({ reason: z.string(), proposals: z.int() })),
});
export type SecondUse = z.infer<typeof SecondUse>;

/** Reports in a row for which the endpoint itself failed, after which it is asked no more. */
const GIVEN_UP = 5;

/** One run of the second reader over reports, one call each. It rejects nothing: what fails is counted and told as a fault. */
export class SecondReading {
  readonly engine: string;
  readonly #faults: DaybookError[] = [];
  readonly #reader: SecondReader;
  readonly #known: KnownIds;
  readonly #schema = proposalsSchema();
  readonly #dropped = new Map<Drop, number>();
  readonly #used = { reports: 0, failed: 0, left: 0, calls: 0, asked: 0, in: 0, out: 0, claims: 0 };
  #estimated = false;
  #failedInRow = 0;
  #why = '';

  constructor(reader: SecondReader, known: { actors: readonly Actor[]; places: readonly Place[] }) {
    this.#reader = reader;
    this.#known = new KnownIds(known.actors, known.places);
    const { name, version } = secondEngine(reader.model);
    this.engine = `${name}/${version}`;
  }

  /** Claims of one report; none where the reader fails. */
  async read(report: ReadingInput, where: Where): Promise<Claim[]> {
    const messages = messagesFor(report, this.#known);
    const stop = this.#stop(messages);
    if (stop !== null) {
      this.#why ||= stop;
      this.#used.left += 1;
      return [];
    }
    try {
      const proposals = await this.#ask(messages);
      const { claims, dropped } = gate(proposals, { text: report.text, known: this.#known });
      for (const d of dropped) this.#dropped.set(d, (this.#dropped.get(d) ?? 0) + 1);
      this.#used.reports += 1;
      this.#used.claims += claims.length;
      return claims;
    } catch (e) {
      const error = asDaybookError(e);
      // An answer that is of no use says nothing about the next report; an endpoint that gives none does.
      this.#failedInRow = error.code.startsWith('model-answer-') ? 0 : this.#failedInRow + 1;
      this.#faults.push(error.at(where));
      this.#used.failed += 1;
      return [];
    }
  }

  async #ask(messages: readonly Message[]): Promise<readonly unknown[]> {
    const used = this.#used;
    used.asked += 1;
    const limits = { tries: this.#reader.cap.calls - used.calls, onTry: () => (used.calls += 1) };
    const answer = await this.#reader.ask(messages, this.#schema, limits);
    this.#failedInRow = 0;
    this.#spend(messages, answer);
    const unwrapped = unwrap(answer.content);
    if ('fault' in unwrapped)
      throw new DaybookError('model-answer-invalid', { host: this.#reader.host, detail: unwrapped.fault });
    return unwrapped.proposals;
  }

  #spend(messages: readonly Message[], { content, tokens }: ChatAnswer): void {
    this.#estimated ||= tokens === null;
    this.#used.in += tokens?.in ?? this.#weight(messages);
    this.#used.out += tokens?.out ?? estimate(content);
  }

  /** Tokens of a request, its schema with it. */
  #weight(messages: readonly Message[]): number {
    return messages.reduce((n, m) => n + estimate(m.content), estimate(JSON.stringify(this.#schema)));
  }

  #cost(more = 0): number | null {
    const { prices } = this.#reader;
    return prices && ((this.#used.in + more) * prices.in + this.#used.out * prices.out) / 1e6;
  }

  /** Why no further call is made; null = it may be. The cap is looked at before each call, with what the call will send. */
  #stop(messages: readonly Message[]): string | null {
    const { cap } = this.#reader;
    const weight = this.#weight(messages);
    if (this.#failedInRow >= GIVEN_UP) return `it failed ${GIVEN_UP} times in a row`;
    if (this.#used.calls >= cap.calls) return `the cap of ${cap.calls} calls is reached`;
    if (this.#used.in + this.#used.out + weight > cap.tokens) return `the cap of ${cap.tokens} tokens is reached`;
    if (cap.cost !== null && (this.#cost(weight) ?? 0) > cap.cost) return `the cap of cost, ${cap.cost}, is reached`;
    return null;
  }

  /** What was used, and every fault, the one about reports that were left out last. */
  end(): { use: SecondUse; faults: DaybookError[] } {
    const { asked, in: sent, out, ...used } = this.#used;
    const dropped = [...this.#dropped].map(([reason, proposals]) => ({ reason, proposals }));
    const stopped = used.left ? [new DaybookError('model-stopped', { why: this.#why, left: used.left })] : [];
    const use = {
      ...used,
      engine: this.engine,
      retries: used.calls - asked,
      tokens: { in: sent, out, estimated: this.#estimated },
      cost: this.#cost(),
      cap: this.#reader.cap,
      proposals: used.claims + dropped.reduce((n, d) => n + d.proposals, 0),
      dropped,
    };
    return { use, faults: [...this.#faults, ...stopped] };
  }
}

/** Tokens of a text where nobody counts them: a fourth of its bytes, which is about right in English and high in Arabic. */
const estimate = (text: string): number => Math.ceil(Buffer.byteLength(text) / 4);

/** What was used, in a few lines for people. */
export function showUse(u: SecondUse): string[] {
  const of = u.cap.cost === null ? '' : ` of at most ${u.cap.cost}`;
  const cost = u.cost === null ? 'cost unknown (no prices are set)' : `cost ${u.cost.toFixed(4)}${of}`;
  const about = u.tokens.estimated ? 'about ' : '';
  const dropped = u.dropped.map((d) => `${d.proposals} ${d.reason}`).join(', ');
  return [
    `second reader ${u.engine}: ${u.reports} reports read, ${u.failed} failed, ${u.left} not given to it`,
    `  ${u.proposals} proposals, ${u.claims} became claims${dropped && `; dropped: ${dropped}`}`,
    `  ${u.calls} calls of at most ${u.cap.calls} (${u.retries} of them again), ${about}${u.tokens.in} tokens in and ${u.tokens.out} out of at most ${u.cap.tokens}, ${cost}`,
  ];
}
