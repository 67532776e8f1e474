import { barGeometry, type Bars } from './bar-geometry.ts';
import { Table } from './table.tsx';

export interface BarChartProps {
  readonly id: string;
  readonly title: string;
  /** One or two names for the values of a row, such as "Places free" and "Learners waiting". */
  readonly series: readonly string[];
  readonly labelHead: string;
  readonly bars: readonly Bars[];
}

/**
 * A bar chart with the same figures as a table below it. The second series has an outline, so that colour is
 * not the only difference.
 */
export const BarChart = ({ id, title, series, labelHead, bars }: BarChartProps) => {
  const { height, groups } = barGeometry(bars);
  return (
    <div class="app-chart">
      <figure class="app-chart__figure" aria-labelledby={id}>
        <figcaption class="nhsuk-heading-s" id={id}>
          {title}
        </figcaption>
        <ul class="app-chart__key">
          {series.map((name, index) => (
            <li key={name} class={`app-chart__key-item app-chart__key-item--${index.toString()}`}>
              {name}
            </li>
          ))}
        </ul>
        <svg class="app-chart__svg" width="100%" height={height} aria-hidden="true" focusable="false">
          {groups.map(({ lines, bars: drawn }, group) => (
            <g key={group}>
              {lines.map(({ text, y }) => (
                <text key={y} class="app-chart__label" x="0" y={y}>
                  {text}
                </text>
              ))}
              {drawn.map(({ y, width, value, valueX, valueY }, index) => (
                <g key={y}>
                  <rect
                    class={`app-chart__bar app-chart__bar--${index.toString()}`}
                    x="0"
                    y={y}
                    width={width}
                    height="16"
                  />
                  <text class="app-chart__value" x={valueX} y={valueY}>
                    {value}
                  </text>
                </g>
              ))}
            </g>
          ))}
        </svg>
      </figure>
      <Table
        caption={`${title}: figures`}
        captionHidden
        compact
        head={[labelHead, ...series]}
        rows={bars.map(({ label, values }) => [label, ...values])}
      />
    </div>
  );
};
