import { expect, test } from 'vitest';
import type { MapPlace } from '../operations/outputs.ts';
import { degrees, frameOf, labels, radius, scaleKm, WIDTH } from './map-frame.ts';

const at = (lat: number, lon: number, over: Partial<MapPlace> = {}): MapPlace => ({
  id: `p-${lat}-${lon}`,
  name: { en: `p ${lat} ${lon}` },
  kind: 'base',
  lat,
  lon,
  wide: false,
  incidents: 1,
  doubtful: 0,
  ...over,
});

test.each([
  ['one point', [at(33.8, 42.4)]],
  ['a tall extent', [at(12, 44), at(37, 45)]],
  ['a wide extent', [at(33, 35), at(33.2, 48)]],
  ['far north and south', [at(-54, -3), at(71, 25)]],
])('%s lies wholly inside its frame', (_, points) => {
  const frame = frameOf(points);
  expect(frame.height).toBeGreaterThanOrEqual(200);
  expect(frame.height).toBeLessThanOrEqual(340);
  for (const p of points) {
    expect(frame.x(p.lon)).toBeGreaterThan(0);
    expect(frame.x(p.lon)).toBeLessThan(WIDTH);
    expect(frame.y(p.lat)).toBeGreaterThan(0);
    expect(frame.y(p.lat)).toBeLessThan(frame.height);
  }
});

test('north is up, east is to the right, and a degree is as long both ways in the middle', () => {
  const frame = frameOf([at(33, 40), at(37, 46)]);
  expect(frame.y(37)).toBeLessThan(frame.y(33));
  expect(frame.x(46)).toBeGreaterThan(frame.x(40));
  const shrink = Math.cos((35 * Math.PI) / 180);
  expect((frame.x(46) - frame.x(45)) / (frame.y(35) - frame.y(36))).toBeCloseTo(shrink, 1);
});

test('the scale is a round distance within a quarter of the width', () => {
  for (const points of [[at(33.8, 42.4)], [at(33, 35), at(37, 48)], [at(-10, 0), at(40, 60)]]) {
    const frame = frameOf(points);
    expect(scaleKm(frame) * frame.km).toBeLessThanOrEqual(WIDTH / 4);
  }
});

test('lines stand at whole degrees, never too many', () => {
  expect(degrees(33.2, 37.5)).toEqual([34, 35, 36, 37]);
  expect(degrees(-31, 29)).toEqual([-30, -20, -10, 0, 10, 20]);
});

test('labels overlap neither one another nor a mark; what finds no room has none', () => {
  const crowd = Array.from({ length: 30 }, (_, i) => at(34 + (i % 6) / 10, 42 + Math.floor(i / 6) / 10));
  const placed = labels(frameOf(crowd), crowd, (p) => p.name.en);
  expect(placed.length).toBeGreaterThan(0);
  expect(placed.length).toBeLessThan(30);
  const boxes = placed.map((l) => {
    const width = l.text.length * 5.8;
    const x1 = l.anchor === 'start' ? l.x : l.anchor === 'end' ? l.x - width : l.x - width / 2;
    return { x1, x2: x1 + width, y1: l.y - 9, y2: l.y + 2 };
  });
  boxes.forEach((a, i) =>
    boxes.slice(i + 1).forEach((b) => {
      expect(a.x1 < b.x2 && b.x1 < a.x2 && a.y1 < b.y2 && b.y1 < a.y2).toBe(false);
    }),
  );
});

test('marks grow with the incidents there, within bounds', () => {
  const sizes = [0, 1, 4, 100].map((incidents) => radius(at(0, 0, { incidents })));
  expect(sizes).toEqual([...sizes].sort((a, b) => a - b));
  expect(sizes.at(-1)).toBe(14);
});
