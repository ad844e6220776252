import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { load } from 'js-yaml';
import { Actor } from '../model/actor.ts';
import { DaybookError } from '../model/errors.ts';
import { Gazetteer, Place } from '../model/place.ts';
import { Actors } from '../resolve/actors.ts';
import { actors, gazetteer } from '../resolve/world.test-support.ts';
import { parseRule } from './rules.ts';

const read = (folder: string): [string, unknown][] =>
  readdirSync(`data/${folder}`).map((f) => [f, load(readFileSync(`data/${folder}/${f}`, 'utf8'))]);
const all = (folder: string): unknown[] => read(folder).flatMap(([, list]) => list as unknown[]);
const tables = {
  actors: new Actors(all('actors').map((a) => Actor.parse(a))),
  gazetteer: new Gazetteer(all('places').map((p) => Place.parse(p))),
};

test.each(read('rules'))('%s is a rule, named like its file, in both languages', (file, content) => {
  const rule = parseRule(content, file, tables);
  expect(`${rule.id}.yaml`).toBe(file);
  for (const name of [rule.label, rule.description, rule.note]) expect(name?.ar).toBeTruthy();
});

test('the standing question', () => {
  const rule = parseRule(load(readFileSync('data/rules/attacks-on-us-forces.yaml', 'utf8')), 'x', tables);
  expect(rule).toMatchObject({
    version: 1,
    label: { en: 'attacks on US and coalition forces in Iraq and Syria' },
    window: { since: '2023-10-17', until: null },
    zone: 'Asia/Baghdad',
  });
});

const good = { id: 'r', version: 1, label: { en: 'r' }, description: { en: 'r' }, place: ['iraq'], window: {} };
test.each<[string, unknown, RegExp]>([
  ['nothing', null, /expected object/],
  ['a list', [], /expected object/],
  ['no place', { ...good, place: [] }, /place/],
  ['an unknown place', { ...good, place: ['iraq', 'atlantis'] }, /place “atlantis” does not exist/],
  ['an unknown target', { ...good, target: ['nobody'] }, /actor “nobody” does not exist/],
  ['an unknown perpetrator', { ...good, perpetrator: ['nobody'] }, /actor “nobody” does not exist/],
  ['two faults', { ...good, place: ['atlantis'], target: ['nobody'] }, /atlantis.*nobody/],
  ['an unknown event', { ...good, event: ['Rain'] }, /event/],
  ['an unknown zone', { ...good, zone: 'Mars/Base' }, /zone/],
  ['a day that does not exist', { ...good, window: { since: '2023-02-30' } }, /since/],
  [
    'a window turned round',
    { ...good, window: { since: '2023-11-02', until: '2023-11-01' } },
    /since lies after until/,
  ],
  ['low grades beyond best', { ...good, knowledge: { low: ['Weak'], best: ['Confirmed'] } }, /subset/],
  ['discounted ones counted', { ...good, knowledge: { low: [], best: ['Discounted'] } }, /never counted/],
])('refused: %s', (_, content, message) => {
  const error = (() => {
    try {
      parseRule(content, 'r.yaml', { actors, gazetteer });
    } catch (e) {
      return e as DaybookError;
    }
  })();
  expect(error).toBeInstanceOf(DaybookError);
  expect(error).toMatchObject({ code: 'rule-invalid', where: { file: 'r.yaml' } });
  expect(error!.message).toMatch(message);
});
