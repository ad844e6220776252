import { nameIn } from '../model/names.ts';
import type { MapPlace } from '../operations/outputs.ts';
import { listed, number } from './format.ts';
import { degrees, frameOf, labels, radius, scaleKm, WIDTH, type Frame } from './map-frame.ts';
import { Named } from './named.tsx';
import { OUTLINES } from './outlines.ts';
import { say, type Page } from './page.ts';

const holds = (p: MapPlace): boolean => p.incidents + p.doubtful > 0;

/** Where incidents are: drawn without tiles or network, and listed. North is up in either language. */
export function LocatorMap({ page, places }: { page: Page; places: readonly MapPlace[] }) {
  const told = places.filter(holds);
  if (!told.length) return <p class="quiet">{say(page, 'mapNone')}</p>;
  const frame = frameOf(told);
  const names = listed(
    page,
    told.slice(0, 5).map((p) => nameIn(p.name, page.language)),
  );
  return (
    <figure class="map">
      <svg role="img" aria-label={say(page, 'mapLabel', { places: names })} viewBox={`0 0 ${WIDTH} ${frame.height}`}>
        <svg width={WIDTH} height={frame.height} class="map-sheet">
          <rect class="map-ground" width={WIDTH} height={frame.height} />
          {Object.values(OUTLINES).map((points) => (
            <path
              class="map-outline"
              d={`M${points.map(([lon, lat]) => `${frame.x(lon)} ${frame.y(lat)}`).join('L')}Z`}
            />
          ))}
          <Grid page={page} frame={frame} />
        </svg>
        <Marks page={page} frame={frame} places={places} />
        <Scale page={page} frame={frame} />
      </svg>
      <figcaption class="quiet">{say(page, 'mapNote')}</figcaption>
      <PlaceList page={page} places={told} />
    </figure>
  );
}

function Grid({ page, frame }: { page: Page; frame: Frame }) {
  return (
    <>
      {degrees(frame.west, frame.east).map((lon) => (
        <>
          <line class="grid" x1={frame.x(lon)} x2={frame.x(lon)} y1="0" y2={frame.height} />
          <text class="map-degree" x={frame.x(lon) + 2} y="9" direction="ltr">
            {number(page, lon)}°
          </text>
        </>
      ))}
      {degrees(frame.south, frame.north).map((lat) => (
        <>
          <line class="grid" x1="0" x2={WIDTH} y1={frame.y(lat)} y2={frame.y(lat)} />
          <text class="map-degree" x="2" y={frame.y(lat) - 2} direction="ltr">
            {number(page, lat)}°
          </text>
        </>
      ))}
    </>
  );
}

function Marks({ page, frame, places }: { page: Page; frame: Frame; places: readonly MapPlace[] }) {
  const shown = places.filter((p) => holds(p) || (inside(frame, p) && p.kind !== 'country'));
  const countries = places.filter((p) => !holds(p) && p.kind === 'country' && inside(frame, p));
  const text = (p: MapPlace): string => {
    const all = p.incidents + p.doubtful;
    return all > 1 ? `${nameIn(p.name, page.language)} · ${number(page, all)}` : nameIn(p.name, page.language);
  };
  return (
    <>
      {shown.map((p) => (
        <circle class={markClass(p)} cx={frame.x(p.lon)} cy={frame.y(p.lat)} r={radius(p)} />
      ))}
      {labels(frame, [...shown, ...countries], text).map((l) => (
        <text
          class={holds(l.place) ? 'map-name' : 'map-name map-other'}
          x={l.x}
          y={l.y}
          text-anchor={l.anchor}
          direction="ltr"
        >
          {`\u2068${l.text}\u2069`}
        </text>
      ))}
    </>
  );
}

const inside = ({ west, east, south, north }: Frame, { lat, lon }: MapPlace): boolean =>
  lon > west && lon < east && lat > south && lat < north;

function markClass(p: MapPlace): string {
  if (!holds(p)) return 'map-landmark';
  if (p.wide) return 'map-mark map-wide';
  return p.incidents ? 'map-mark' : 'map-mark map-doubtful';
}

function Scale({ page, frame }: { page: Page; frame: Frame }) {
  const km = scaleKm(frame);
  const [from, to, y] = [8, 8 + km * frame.km, frame.height - 7];
  return (
    <g>
      <path class="map-scale" d={`M${from} ${y - 4}V${y}H${to.toFixed(1)}V${y - 4}`} />
      <text class="map-name" x={to + 4} y={y} direction="ltr">
        {`\u2068${say(page, 'mapKm', { n: number(page, km) })}\u2069`}
      </text>
    </g>
  );
}

/** What the map shows, in words. */
function PlaceList({ page, places }: { page: Page; places: readonly MapPlace[] }) {
  return (
    <ul class="map-places">
      {places.map((p) => (
        <li>
          <strong>
            <Named page={page} name={p.name} />
          </strong>{' '}
          {listed(page, [
            ...(p.incidents ? [say(page, 'mapIncidents', { n: number(page, p.incidents) })] : []),
            ...(p.doubtful ? [say(page, 'mapDoubtful', { n: number(page, p.doubtful) })] : []),
            ...(p.wide ? [say(page, 'mapWide')] : []),
          ])}{' '}
          <span class="quiet">({pointOf(page, p)})</span>
        </li>
      ))}
    </ul>
  );
}

const pointOf = (page: Page, { lat, lon }: MapPlace): string =>
  say(page, 'mapPoint', {
    lat: number(page, Math.abs(lat)),
    ns: say(page, lat < 0 ? 'mapSouth' : 'mapNorth'),
    lon: number(page, Math.abs(lon)),
    ew: say(page, lon < 0 ? 'mapWest' : 'mapEast'),
  });
