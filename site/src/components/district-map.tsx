import { type MapName, mapNames } from './map-names.ts';
import { shadeKey, shadeOf } from './map-shades.ts';
import { Table } from './table.tsx';

/** An area of the map, and the same row of its table. */
export interface MapArea {
  readonly name: string;
  /** Where the area leads, on the map and in the table. */
  readonly href: string;
  /** The number on the map; undefined if it is not shown, to protect people. */
  readonly count: number | undefined;
  /** What the number says, for screen readers: "7 DPPs with places". */
  readonly words: string;
  /** The other cells of the area's row in the table, the count among them. */
  readonly cells: readonly (string | number)[];
  /** The `d` of its outlines; none if the area is in the table only. */
  readonly paths: readonly string[];
  /** A point inside it, for its number. */
  readonly label: readonly [x: number, y: number];
}

export interface DistrictMapProps {
  readonly id: string;
  readonly title: string;
  /** The heading of the table: of the areas' names, and of their cells. */
  readonly head: readonly string[];
  readonly width: number;
  readonly height: number;
  readonly areas: readonly MapArea[];
  readonly notes?: readonly string[] | undefined;
  /** Whose data the outlines are. */
  readonly attribution?: string | undefined;
}

/** Fills that differ without colour: dots, lines and a grid on white, and plain white for none. */
const Patterns = ({ id }: { readonly id: string }) => (
  <defs>
    <pattern
      id={`${id}-fill-1`}
      class="app-map__pattern"
      width="12"
      height="12"
      patternUnits="userSpaceOnUse"
    >
      <rect class="app-map__ground app-map__ground--1" width="12" height="12" />
      <circle class="app-map__dot" cx="6" cy="6" r="1.6" />
    </pattern>
    <pattern id={`${id}-fill-2`} class="app-map__pattern" width="9" height="9" patternUnits="userSpaceOnUse">
      <rect class="app-map__ground app-map__ground--2" width="9" height="9" />
      <path class="app-map__line" d="M-2 2L2 -2M0 9L9 0M7 11L11 7" />
    </pattern>
    <pattern id={`${id}-fill-3`} class="app-map__pattern" width="7" height="7" patternUnits="userSpaceOnUse">
      <rect class="app-map__ground app-map__ground--3" width="7" height="7" />
      <path class="app-map__line app-map__line--3" d="M0 0H7M0 0V7" />
    </pattern>
  </defs>
);

const fillOf = (id: string, shade: number): string => (shade === 0 ? 'white' : `url(#${id}-fill-${shade})`);

const NOT_SHOWN = '–';

const Key = ({ id, counts }: { readonly id: string; readonly counts: readonly number[] }) => (
  <ul class="app-map__key">
    {shadeKey(counts).map(({ shade, words }) => (
      <li key={shade} class="app-map__key-item">
        <svg class="app-map__swatch" width="28" height="18" aria-hidden="true" focusable="false">
          <rect class="app-map__shape" x="1" y="1" width="26" height="16" fill={fillOf(id, shade)} />
        </svg>
        {words}
      </li>
    ))}
  </ul>
);

/**
 * An area. One of several shapes has a thick outline below them, of which they leave the outer half: borders between them
 * are thin.
 */
const Area = ({ id, area, shade }: { id: string; area: MapArea; shade: number }) => (
  <a class="app-map__area" href={area.href} aria-label={`${area.name}: ${area.words}`}>
    <title>{area.name}</title>
    {area.paths.length > 1 && area.paths.map((path) => <path key={path} class="app-map__outline" d={path} />)}
    {area.paths.map((path) => (
      <path
        key={path}
        class={area.paths.length > 1 ? 'app-map__shape app-map__shape--part' : 'app-map__shape'}
        d={path}
        fill={fillOf(id, shade)}
      />
    ))}
  </a>
);

const Label = ({ count, label: [x, y], text }: MapArea & { readonly text: MapName | undefined }) => (
  <>
    <text class="app-map__count" x={x} y={y}>
      {count ?? NOT_SHOWN}
    </text>
    {text?.lines.map((line) => (
      <text key={line.y} class="app-map__name" x={x} y={line.y}>
        {line.text}
      </text>
    ))}
  </>
);

/**
 * A map of districts, each a link with its number, beside a table with the same numbers and links. Without outlines, the
 * table alone.
 */
export const DistrictMap = ({ id, title, head, width, height, areas, ...rest }: DistrictMapProps) => {
  const drawn = areas.filter(({ paths }) => paths.length > 0);
  const names = mapNames(drawn, width);
  const counts = areas.map(({ count }) => count ?? 0);
  return (
    <div class={drawn.length > 0 ? 'app-map app-map--drawn' : 'app-map'}>
      {drawn.length > 0 && (
        <figure class="app-map__figure" aria-labelledby={id}>
          <figcaption class="nhsuk-heading-s" id={id}>
            {title}
          </figcaption>
          <Key id={id} counts={counts} />
          <svg class="app-map__svg" viewBox={`0 0 ${width} ${height}`} role="group" aria-labelledby={id}>
            <Patterns id={id} />
            {drawn.map((area) => (
              <Area key={area.name} {...{ id, area }} shade={shadeOf(area.count ?? 0, counts)} />
            ))}
            <g class="app-map__labels" aria-hidden="true">
              {drawn.map((area) => (
                <Label key={area.name} {...area} text={names.get(area.name)} />
              ))}
            </g>
          </svg>
        </figure>
      )}
      <div class="app-map__beside">
        <Table
          caption={`${title}: figures`}
          captionHidden={drawn.length > 0}
          compact
          head={head}
          rows={areas.map(({ name, cells }) => [name, ...cells])}
          hrefs={areas.map(({ href }) => href)}
        />
        {rest.notes?.map((words) => (
          <p key={words} class="nhsuk-body-s">
            {words}
          </p>
        ))}
        {drawn.length > 0 && rest.attribution && <p class="app-map__attribution">{rest.attribution}</p>}
      </div>
    </div>
  );
};
