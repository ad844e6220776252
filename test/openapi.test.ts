/** openapi.json is what the doors are made of; UPDATE_OPENAPI=1 writes it. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { openapi } from '../src/operations/openapi.ts';
import { pathOf } from '../src/operations/operation.ts';
import { VERBS } from '../src/operations/verbs.ts';
import { ROOT } from './sources.ts';

const FILE = join(ROOT, 'openapi.json');
const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
const dumped = (): string => `${JSON.stringify(openapi(version), null, 2)}\n`;

interface Door {
  operationId: string;
  summary: string;
  parameters?: { name: string; in: string; required: boolean; description?: string }[];
  requestBody?: {
    content: { 'application/json': { schema: { properties: Record<string, unknown>; required?: string[] } } };
  };
  security?: unknown[];
  responses: Record<string, { content: { 'application/json': { schema: object } } }>;
}
let document: {
  openapi: string;
  paths: Record<string, Record<string, Door>>;
  components: { schemas: Record<string, unknown> };
};
beforeAll(() => {
  if (process.env.UPDATE_OPENAPI || !existsSync(FILE)) writeFileSync(FILE, dumped());
  document = JSON.parse(readFileSync(FILE, 'utf8')) as typeof document;
});
const doors = (): [string, string, Door][] =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([m, door]): [string, string, Door] => [path, m, door]),
  );

test('openapi.json is what the program says', () => {
  expect(readFileSync(FILE, 'utf8')).toBe(dumped());
  expect(document.openapi).toBe('3.1.0');
});

describe('every door', () => {
  test('is a verb, and every verb that can have one has one', () => {
    const expected = VERBS.filter((v) => !v.localOnly || v.name === 'ingest').map(
      (v) => `${v.right === 'reader' ? 'get' : 'post'} ${pathOf(v)}`,
    );
    expect(doors().map(([path, method]) => `${method} ${path}`)).toEqual(expected);
  });
  test('of the desk asks for the token, no other does', () => {
    for (const [path, method, door] of doors()) expect(Boolean(door.security), path).toBe(method === 'post');
  });
  test('says what it takes, in words', () => {
    for (const [path, , door] of doors())
      for (const p of door.parameters ?? []) expect(p.description, `${path} ${p.name}`).toMatch(/\S{3}/);
  });
  test('has an id of its own, a sentence, and a result with a shape', () => {
    const ids = doors().map(([, , door]) => door.operationId);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [path, , door] of doors()) {
      expect(door.summary, path).toMatch(/^[A-Z].*\.$/);
      expect(Object.keys(door.responses['200']!.content['application/json'].schema), path).not.toEqual([]);
    }
  });
  test('that corrects needs who and why', () => {
    const corrections = VERBS.filter((v) => 'why' in v.input.shape);
    expect(corrections.length).toBeGreaterThan(6);
    for (const verb of corrections)
      expect(
        document.paths[pathOf(verb)]!.post!.requestBody!.content['application/json'].schema.required,
        verb.name,
      ).toEqual(expect.arrayContaining(['by', 'why']));
  });
});

test('references lead somewhere', () => {
  const text = JSON.stringify(document);
  const named = [...text.matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)].map((m) => m[1]!);
  expect(named.length).toBeGreaterThan(10);
  for (const name of named) expect(document.components.schemas).toHaveProperty(name);
  // References inside a schema are relative to it: a nested "#/…" would lead to the document instead.
  expect([...text.matchAll(/"\$ref":"(#\/(?!components\/)[^"]*|#)"/g)].map((m) => m[1])).toEqual([]);
});
