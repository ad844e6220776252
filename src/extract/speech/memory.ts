import type { Cast } from './cast.ts';

/** One link of a chain while reading: the speaker, and the text range of the words that name it. */
export interface Link {
  speaker: string;
  via: string | null;
  cue: readonly [number, number] | null;
}

/** Who says something, and the value of the verb of saying. */
export interface Said {
  chain: Link[];
  verb: string;
}

/** How many of those heard before "the cell" may go back to. */
const BACK = 12;

/** What a report has told so far of who speaks: pronouns and carried speech go back to it. */
export class Memory {
  person: string | null = null;
  group: string | null = null;
  body: string | null = null;
  outlet: string | null = null;
  /** Country or region spoken of last, as the ids of its ministries begin. */
  land: string | null = null;
  /** Place spoken of last. */
  place: string | null = null;
  /** Who has the word in a transcript, and in which line. */
  turn: { link: Link; line: number } | null = null;
  /** Chain of the sentence before; what it said goes on more surely where its speaker `led`. */
  carried: (Said & { line: number; sticky: boolean; led: boolean }) | null = null;
  /** Who speaks the quotation that stood last, and where the sentence ends that held it. */
  quoted: (Said & { to: number }) | null = null;
  /** Who speaks in the words of the sentence that stand before: "the army said it was not aware". */
  within: readonly Link[] | null = null;
  /** Who was last heard to speak; outranks whoever was merely named. */
  #speaker: string | null = null;
  /** Who passed on the words of a speaker when last heard. */
  readonly #through = new Map<string, readonly Link[]>();
  readonly #cast: Cast;

  /** `voice` speaks in its own posts and statements until somebody else is heard. */
  constructor(cast: Cast, voice: string) {
    this.#cast = cast;
    if (!cast.isOutlet(voice)) this.spoke(voice);
  }

  note(id: string): void {
    if (id === 'reporter-question') return;
    if (this.#cast.isPerson(id)) this.person = id;
    else if (this.#cast.isGroup(id)) this.group = id;
    else if (this.#cast.isOutlet(id)) this.outlet = id;
    else if (this.#cast.kind(id) === 'state body' || this.#speaker === id) this.body = id;
  }

  spoke(id: string): void {
    if (id === 'reporter-question') return;
    this.#speaker = id;
    this.note(id);
  }

  /** The chain as it was heard; its last link is the origin. */
  heard(chain: readonly Link[]): void {
    const origin = chain.at(-1);
    if (!origin) return;
    this.#through.delete(origin.speaker);
    this.#through.set(origin.speaker, chain.slice(0, -1));
    this.spoke(origin.speaker);
  }

  /** The full name of somebody heard before, by a last name: "reed" is "ann-reed". */
  known(id: string): string {
    if (this.#through.has(id)) return id;
    for (const other of this.#through.keys()) if (other.endsWith(`-${id}`) && !this.#cast.kind(other)) return other;
    return id;
  }

  /** Who passed on what the speaker said when last heard, first speaker first. */
  through(id: string): readonly Link[] {
    if (this.within?.at(-1)?.speaker === id) return this.within.slice(0, -1);
    return this.#through.get(id) ?? [];
  }

  /** Who was heard last of those that have the word in their name: "the cell" is the "Security Media Cell". */
  called(word: string): string | null {
    const heard = [...this.#through.keys()].slice(-BACK);
    return heard.findLast((id) => this.#cast.isCalled(id, word)) ?? null;
  }

  /** Whom "he", "the group", "the statement", "the network" mean. */
  resolve(kind: string): string | null {
    const last = this.within?.at(-1)?.speaker ?? this.#speaker;
    const group = last !== null && this.#cast.isGroup(last) ? last : this.group;
    if (kind === 'person')
      // Whom no table knows is taken for a person.
      return last !== null && (this.#cast.isPerson(last) || !this.#cast.kind(last)) ? last : (this.person ?? last);
    if (kind === 'group') return group;
    if (kind === 'claimant') return group ?? last;
    if (kind === 'outlet') return this.outlet;
    if (kind === 'body') return this.body ?? last;
    return last ?? this.body ?? this.group ?? this.person;
  }
}
