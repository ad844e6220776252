import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DaybookError } from '../model/errors.ts';
import { canonical, parseStrict } from './json.ts';
import type { Json } from './json.ts';

/** What was thrown, as `code: message`; what is not of the catalogue fails the test. */
function refusal(ask: () => unknown): string | null {
  try {
    ask();
    return null;
  } catch (e) {
    if (e instanceof DaybookError) return `${e.code}: ${e.message}`;
    throw e;
  }
}
const nest = (levels: number, inner = ''): string => '['.repeat(levels) + inner + ']'.repeat(levels);
const nestKeys = (levels: number, inner = '1'): string => '{"a":'.repeat(levels) + inner + '}'.repeat(levels);

describe('canonical form: RFC 8785', () => {
  it.each<[string, string, string]>([
    [
      '§3.2.2 literals, escapes and whitespace',
      '{\n "string": "\\u20ac$\\u000F\\u000aA\'\\u0042\\u0022\\u005c\\\\\\"\\/",\n "literals": [null, true, false]\n}',
      '{"literals":[null,true,false],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    ],
    [
      '§3.2.3 keys by UTF-16 units: the emoji sorts before U+FB33',
      '{"\\u20ac":"Euro Sign","\\r":"Carriage Return","\\ufb33":"Hebrew Letter Dalet With Dagesh","1":"One",' +
        '"\\ud83d\\ude00":"Emoji: Grinning Face","\\u0080":"Control","\\u00f6":"Latin Small Letter O With Diaeresis"}',
      '{"\\r":"Carriage Return","1":"One","\u0080":"Control","ö":"Latin Small Letter O With Diaeresis",' +
        '"€":"Euro Sign","😀":"Emoji: Grinning Face","\ufb33":"Hebrew Letter Dalet With Dagesh"}',
    ],
    [
      'lists keep their order, the keys of objects in them do not; "10" sorts as text',
      '[ 56, { "d": true, "10": null, "9": 1, "1": [ ] } ]',
      '[56,{"1":[],"10":null,"9":1,"d":true}]',
    ],
    [
      'upper before lower case, empty key and nesting',
      '{"b":{"f":{"f":"hi","F":5},"\\n":56},"a":{},"":"empty","A":[{"e":"yes","E":"no"}]}',
      '{"":"empty","A":[{"E":"no","e":"yes"}],"a":{},"b":{"\\n":56,"f":{"F":5,"f":"hi"}}}',
    ],
    [
      'no locale and no normalisation: accents sort by code unit and stay decomposed',
      '{"péché":1,"peach":2,"pêche":3,"sin":4,"A\\u030a":5,"\\u00c5":6}',
      '{"A\u030a":5,"peach":2,"péché":1,"pêche":3,"sin":4,"\u00c5":6}',
    ],
    [
      'only what must be escaped is: U+007F, U+2028 and "</script>" stand as they are',
      '["\\u0008\\u0009\\u000a\\u000c\\u000d\\u001F\\u0001", "\\u007F\\u2028", "<\\/script>", -9007199254740991]',
      '["\\b\\t\\n\\f\\r\\u001f\\u0001","\u007f\u2028","</script>",-9007199254740991]',
    ],
  ])('%s', (_, text, expected) => {
    expect(canonical(parseStrict(text))).toBe(expected);
    expect(canonical(parseStrict(expected))).toBe(expected);
  });
});

interface Family {
  name: string;
  /** What the message must name. */
  says: RegExp;
  texts: string[];
  /** The nearest innocent text, which must be read: a parser that refuses everything would fail here. */
  innocent: string;
  /** JSON.parse takes these without a word: the families for which a parser of our own is needed. */
  lenient?: boolean;
}

/** Each text on its own, in a list and as a member. */
const placed = (texts: string[]): string[] => texts.flatMap((t) => [t, `[${t}]`, `{"k": ${t}}`]);
const HIGH = ['d800', 'D83D', 'dbff'];
const LOW = ['dc00', 'DE00', 'dfff'];

const FAMILIES: Family[] = [
  {
    name: 'duplicate keys, spelt alike or not',
    says: /the key .* a second time at character \d+/,
    texts: [
      ...['', 'a', '1', '__proto__', 'constructor', 'toString', 'é', '😀'].flatMap((key) => [
        `{"${key}":1,"${key}":1}`,
        `{"${key}":1,"z":2,"${key}":3}`,
        `[{"o":{"${key}":null,"${key}":{}}}]`,
      ]),
      '{"a":1,"\\u0061":1}',
      '{"/":1,"\\/":1}',
      '{"\\u005f_proto__":1,"__proto__":1}',
      '{"😀":1,"\\ud83d\\uDE00":1}',
    ],
    innocent: '{"a":1,"A":1,"\\u00e5":1,"a\\u030a":1,"hasOwnProperty":1}',
    lenient: true,
  },
  {
    name: 'lone surrogates, escaped',
    says: /a lone surrogate in the string at character \d+/,
    texts: [
      ...placed([...HIGH, ...LOW].map((u) => `"\\u${u}"`)),
      ...HIGH.map((u) => `"\\u${u}x\\udc00"`),
      ...HIGH.map((u) => `"\\u${u}\\u${u}\\udc00"`),
      ...LOW.map((u) => `"\\u${u}\\ud800"`),
      ...LOW.map((u) => `{"\\u${u}": 1}`),
    ],
    innocent: '["\\ud83d\\ude00", "\\uD800\\uDC00", "\\ud7ff\\ue000", "\\uffff"]',
    lenient: true,
  },
  {
    name: 'lone surrogates, raw',
    says: /a lone surrogate at character \d+/,
    texts: [
      ...placed(['"\ud800"', '"\udbff"', '"\udc00"', '"\udfff"', '"a\ude00\ud83d"', '"\ud83d\\ude00"']),
      '{"\udc00":1}',
    ],
    innocent: '["😀", "\ud800\udc00"]',
    lenient: true,
  },
  {
    name: 'integers beyond ±(2^53-1)',
    says: /an integer beyond/,
    texts: placed([
      '9007199254740992',
      '-9007199254740992',
      '9007199254740993',
      '-9007199254740993',
      '18446744073709551616',
      '9'.repeat(18),
      '9'.repeat(19),
      '-' + '1'.repeat(400),
    ]),
    innocent: '[9007199254740991, -9007199254740991, 0]',
    lenient: true,
  },
  { name: 'negative zero', says: /-0/, texts: placed(['-0']), innocent: '[0, -1]', lenient: true },
  {
    name: 'fractions and exponents, even of whole value',
    says: /a fraction or exponent at character \d+/,
    texts: placed(['1.0', '0.5', '-0.0', '1e3', '1E3', '0e0', '-1e-7', '1.5E+300', '1e999', '123456789012.25']),
    innocent: '["1.0", "1e3"]',
    lenient: true,
  },
  {
    name: 'malformed numbers',
    says: /a malformed number|a value|a fraction|the end|expected/,
    texts: placed([
      '01',
      '-',
      '+1',
      '-01',
      '.5',
      '1.',
      '--1',
      '0x10',
      '1_000',
      'NaN',
      'Infinity',
      '-Infinity',
      '٣',
      '1n',
    ]),
    innocent: '[1, 10, -1]',
  },
  {
    name: 'nesting deeper than 32',
    says: /deeper than 32 levels at character \d+/,
    texts: [33, 34, 100, 1000, 30_000].flatMap((n) => [nest(n), nestKeys(Math.min(n, 9000)), '['.repeat(n)]),
    innocent: nest(32),
  },
  {
    name: 'the character U+0000, escaped',
    says: /U\+0000 in the string/,
    texts: [...placed(['"\\u0000"', '"a\\u0000b"']), '{"\\u0000":1}'],
    innocent: '"\\u0001\\\\u0000"',
    lenient: true,
  },
  {
    name: 'raw control characters in strings',
    says: /the raw control character .* at character \d+/,
    texts: Array.from({ length: 32 }, (_, code) => `["a${String.fromCharCode(code)}b"]`),
    innocent: '["\u007f\u0085\u2028"]',
  },
  {
    name: 'a byte order mark and spaces that are none of JSON',
    says: /a byte order mark|stands where/,
    texts: ['\ufeff{}', '\ufeff', ' \ufeff1', '[1\u00a0]', '\u2028[]', '[]\u3000', '\v1', '\f1', '1\0', '[\u200b]'],
    innocent: ' \t\r\n["\ufeff\u00a0\u200b"]\n',
  },
  {
    name: 'trailing garbage',
    says: /the end is expected at character \d+/,
    texts: [
      '{}{}',
      '[] []',
      '1 2',
      'null,',
      'true false',
      '"a""b"',
      '{}]',
      '[]}',
      '{} // end',
      '1;',
      'nullx',
      'truefalse',
    ],
    innocent: '{} \n',
  },
  {
    name: 'unfinished text',
    says: /the text ends|does not end|an unknown escape/,
    texts: [
      '',
      ' ',
      '{',
      '[',
      '"',
      '"a',
      '{"a"',
      '{"a":',
      '{"a":1',
      '{"a":1,',
      '[1',
      '[1,',
      '"\\',
      '"\\u12',
      '"a\\"',
      '[[]',
    ],
    innocent: '{"a":[1]}',
  },
  {
    name: 'what other readers let pass',
    says: /where|an unknown escape/,
    texts: [
      ...["{'a':1}", '{a:1}', '{"a":1,}', '[1,]', '[,1]', '[1,,2]', '{,}', '{"a" 1}', '{"a"::1}', '[1 2]', '{1:1}'],
      ...[
        '/* c */1',
        '// c\n1',
        'undefined',
        'True',
        'NULL',
        'tru',
        '(1)',
        '`a`',
        '{"a":1;"b":2}',
        '{null:1}',
        ']',
        ',',
      ],
      ...[
        '"\\x41"',
        '"\\a"',
        '"\\u{41}"',
        '"\\U0041"',
        '"\\u00g0"',
        '"\\\'"',
        '"\\\n"',
        '"\\u+041"',
        '"\\u 041"',
        '"\\0"',
      ],
    ],
    innocent: '{"a":[1,2]}',
  },
];

describe('hostile texts', () => {
  const all = FAMILIES.flatMap((f) => f.texts);

  it('are at least 200, no two alike', () => {
    expect(new Set(all).size).toBe(all.length);
    expect(all.length).toBeGreaterThanOrEqual(200);
  });

  it.each(FAMILIES)('are refused by name and place: $name', ({ says, texts, innocent }) => {
    for (const text of texts) {
      const told = refusal(() => parseStrict(text));
      expect(told, JSON.stringify(text.slice(0, 80))).toMatch(/^entry-invalid: .* at character \d+\.$/);
      expect(told, JSON.stringify(text.slice(0, 80))).toMatch(says);
    }
    expect(parseStrict(innocent)).toEqual(JSON.parse(innocent));
  });

  it.each(FAMILIES.filter((f) => f.lenient))('would have passed JSON.parse: $name', ({ texts }) => {
    for (const text of texts) expect(() => JSON.parse(text) as unknown).not.toThrow();
  });

  it.each([
    ['"1" where "," is due', '[0\n 1]', 'character 5'],
    ['the second key', '{"a":1, "a":2}', 'character 9'],
    ['the opening that is too many', ` ${nest(33)}`, 'character 34'],
    ['the end', '[1', 'character 3'],
    ['the byte order mark', '\ufeff{}', 'a byte order mark at character 1'],
  ])('are refused at the right place: %s', (_, text, place) => {
    expect(refusal(() => parseStrict(text))).toContain(place);
  });

  it('are not repeated at length in the message, nor with what a terminal would obey', () => {
    const key = '\\u001b[31m\\u009b31m\\u202e' + 'x'.repeat(20_000);
    const told = refusal(() => parseStrict(`{"${key}":1,"${key}":2}`))!;
    expect(told.length).toBeLessThan(300);
    expect(told).toContain('\\u{202e}');
    expect(told).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  });
});

describe('size', () => {
  it.each([
    ['one-byte letters', 'a', 65_533],
    ['two-byte letters', 'ع', 32_766],
    ['four-byte letters', '😀', 16_383],
  ])('is counted in bytes of UTF-8: %s', (_, letter, most) => {
    const fits = `"${letter.repeat(most)}"`;
    const tooLong = `"${letter.repeat(most + 1)}"`;
    expect(canonical(parseStrict(fits))).toBe(fits);
    const told = `entry-too-large: The entry is ${Buffer.byteLength(tooLong)} bytes; the limit is 65,535.`;
    expect(refusal(() => parseStrict(tooLong))).toBe(told);
    expect(refusal(() => canonical(letter.repeat(most + 1)))).toMatch(/^entry-too-large/);
  });

  it('is linear work: the worst texts of full size take milliseconds', () => {
    const keys = Array.from({ length: 7000 }, (_, i) => `"${i}":1`).join(',');
    const worst = [
      `"${'\\u0041'.repeat(10_900)}"`,
      `[${'1,'.repeat(32_000)}1]`,
      `{${keys}}`,
      '9'.repeat(65_000),
      ' '.repeat(65_535),
      '['.repeat(65_535),
      `"${'\\'.repeat(65_000)}`,
    ];
    const start = performance.now();
    for (const text of worst) refusal(() => parseStrict(text));
    expect(performance.now() - start).toBeLessThan(500);
  });

  it('of a small graph that prints as gigabytes is refused before it is printed', () => {
    let letters: Json = 'x'.repeat(1000);
    for (let i = 0; i < 30; i += 1) letters = [letters, letters, letters];
    const start = performance.now();
    expect(refusal(() => canonical(letters))).toMatch(/^entry-too-large/);
    expect(performance.now() - start).toBeLessThan(500);
  });
});

describe('values that have no canonical form', () => {
  const cycle: Record<string, unknown> = {};
  cycle.self = cycle;
  class Thing {
    a = 1;
  }
  const deep = JSON.parse(nest(33)) as unknown;
  it.each<[string, unknown, RegExp]>([
    ['undefined', undefined, /type undefined/],
    ['a function', () => 1, /type function/],
    ['a symbol', Symbol('s'), /type symbol/],
    ['a bigint', 1n, /type bigint/],
    ['NaN', Number.NaN, /number NaN/],
    ['infinity', -Infinity, /number -Infinity/],
    ['a fraction', 0.1, /number 0\.1/],
    ['an unsafe integer', 2 ** 53, /number 9007199254740992/],
    ['a large whole number', 1e21, /number 1e\+21/],
    ['negative zero', -0, /number -0/],
    ['a lone high surrogate', 'a\ud800', /lone surrogate/],
    ['a lone low surrogate', '\udc00a', /lone surrogate/],
    ['the character U+0000', 'a\0', /U\+0000/],
    ['a key with a lone surrogate', { '\ud800': 1 }, /lone surrogate/],
    ['a date', new Date(0), /not plain/],
    ['a map', new Map(), /not plain/],
    ['a set', new Set([1]), /not plain/],
    ['a buffer', Buffer.from('a'), /not plain/],
    ['a class of its own', new Thing(), /not plain/],
    ['an object with inherited members', Object.create({ a: 1 }), /not plain/],
    ['a boxed string', Object('a'), /not plain/],
    ['a regular expression', /a/, /not plain/],
    ['an error', new Error('a'), /not plain/],
    ['a list of a class', new (class extends Array {})(), /not plain/],
    ['toJSON', { toJSON: () => 1 }, /type function/],
    ['a getter', Object.defineProperty({}, 'a', { get: () => 1, enumerable: true }), /hidden or computed/],
    ['a hidden member', Object.defineProperty({}, 'a', { value: 1 }), /hidden or computed/],
    ['a symbol key', { [Symbol('s')]: 1 }, /key that is a symbol/],
    ['a list with a hole', new Array(1), /holes/],
    ['a list with a further key', Object.assign([1], { a: 1 }), /holes or further keys/],
    ['a hole made up for by a key', Object.assign(new Array(1), { a: 1 }), /holes or further keys/],
    ['a cycle', cycle, /deeper than 32/],
    ['33 levels', deep, /deeper than 32/],
  ])('%s', (_, value, says) => {
    for (const ask of [value, [value], { a: { b: value } }]) {
      const told = refusal(() => canonical(ask as Json));
      expect(told).toMatch(/^entry-invalid: .* at \$/);
      expect(told).toMatch(says);
    }
  });

  it('are named with their path', () => {
    const value: Json = { claims: [{ words: 'x' }, { words: 0.5, 'a b': 1 }] };
    expect(refusal(() => canonical(value))).toContain('the number 0.5 at $.claims[1].words');
  });

  it('are not confused with these, which have one', () => {
    const bare = Object.assign(Object.create(null), { b: 1, a: [] }) as Json;
    expect(canonical(bare)).toBe('{"a":[],"b":1}');
    expect(canonical(JSON.parse(nest(32)) as Json)).toBe(nest(32));
    const shared = { a: 1 };
    expect(canonical([shared, shared])).toBe('[{"a":1},{"a":1}]');
  });
});

describe('__proto__', () => {
  it('is a key like any other', () => {
    const text = '{"__proto__":{"admin":true},"constructor":1}';
    const value = parseStrict(text) as Record<string, Json>;
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
    expect(Object.hasOwn(value, '__proto__')).toBe(true);
    expect(value.admin).toBeUndefined();
    expect(canonical(value)).toBe(text);
  });
});

/** Any code points, and those that escape, sort or end strings in a way of their own: chance alone seldom hits them. */
const signs = fc.constantFrom(...'"\\/u{a01\n\t\u0001\u001f\u007f\u2028é😀\ufb33\ufeff');
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 6 }).filter((s) => !s.includes('\0')),
  fc.string({ unit: signs, maxLength: 6 }),
);
const key = fc.oneof(text, fc.constantFrom('__proto__', 'constructor', '10', '9', '', 'a'));
const { value: anyValue } = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    fc.oneof(text, fc.maxSafeInteger(), fc.boolean(), fc.constant(null)),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(key, tie('value'), { maxKeys: 3, noNullPrototype: true }),
  ),
}));
/** Every character of every string as an escape, and space wherever JSON allows it. */
const disguised = (value: Json): string =>
  JSON.stringify(value, null, '\t').replace(
    /[^\x00-\x7f]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

describe('properties', () => {
  it('canonical and back is the same value, 100,000 times', () => {
    const roundTrip = (value: Json): boolean => {
      const bytes = canonical(value);
      const back = parseStrict(bytes);
      return isDeepStrictEqual(back, value) && canonical(back) === bytes;
    };
    fc.assert(fc.property(anyValue, roundTrip), { numRuns: 100_000 });
  });

  it('agrees with JSON.parse on every valid text, however it is written', () => {
    const agrees = (value: Json): boolean =>
      [canonical(value), JSON.stringify(value), disguised(value)].every((written) =>
        isDeepStrictEqual(parseStrict(written), JSON.parse(written)),
      );
    fc.assert(fc.property(anyValue, agrees), { numRuns: 5_000 });
  });

  it('never reads what JSON.parse refuses, nor reads it as something else, however a text is damaged', () => {
    const inserted = fc.constantFrom(...'{}[],:"\\u019-.eE \n/tfn', 'true', 'null', '\ud800', '\u0000', '\ufeff');
    const damage = fc.tuple(anyValue, fc.nat(), fc.nat(3), inserted);
    const holds = ([value, place, cut, sign]: [Json, number, number, string]): boolean => {
      const whole = canonical(value);
      const broken =
        whole.slice(0, place % (whole.length + 1)) + sign + whole.slice((place % (whole.length + 1)) + cut);
      let read: Json;
      try {
        read = parseStrict(broken);
      } catch (e) {
        return e instanceof DaybookError && e.code === 'entry-invalid';
      }
      return isDeepStrictEqual(read, JSON.parse(broken));
    };
    fc.assert(fc.property(damage, holds), { numRuns: 10_000 });
  });

  it('is the same whatever order the keys came in', () => {
    const shuffled = fc
      .uniqueArray(fc.tuple(key, anyValue), { selector: ([k]) => k, maxLength: 6 })
      .chain((entries) => fc.tuple(fc.constant(entries), fc.shuffledSubarray(entries, { minLength: entries.length })));
    const alike = ([a, b]: [[string, Json][], [string, Json][]]): boolean =>
      canonical(Object.fromEntries(a)) === canonical(Object.fromEntries(b));
    fc.assert(fc.property(shuffled, alike), { numRuns: 2_000 });
  });

  it('holds no double that is not a safe integer, as a value or as text', () => {
    const refused = (n: number): boolean => {
      if (Number.isSafeInteger(n) && !Object.is(n, -0)) return canonical(n) === String(n);
      const written = Object.is(n, -0) ? '-0' : String(n);
      return refusal(() => canonical(n)) !== null && refusal(() => parseStrict(written)) !== null;
    };
    fc.assert(fc.property(fc.double(), refused), { numRuns: 10_000 });
  });
});
