import { countText } from './figures.tsx'

export interface Bar {
  readonly label: string
  readonly amount: number
  /** Of how many; absent: of the largest amount of the chart. */
  readonly of?: number
}

/**
 * Bars under each other, drawn on the server. Names and numbers are text beside them, so that they stay as large as the
 * page's on a phone and no colour carries anything; a table with the same numbers stands below it.
 */
export function BarChart({ title, bars }: { title: string; bars: readonly Bar[] }) {
  const most = Math.max(...bars.map(({ amount }) => amount), 1)
  if (bars.length === 0) return null
  return (
    <figure class="bar-chart">
      <figcaption>{title}</figcaption>
      <ol>
        {bars.map(({ label, amount, of }) => (
          <li>
            <span>{label}</span>
            <svg viewBox="0 0 1000 18" preserveAspectRatio="none" aria-hidden="true" focusable="false">
              <rect class="track" width="1000" height="18" />
              <rect class="bar" width={widthOf(amount, of ?? most)} height="18" />
            </svg>
            <span class="amount">
              {countText(amount)}
              {of !== undefined && ` / ${countText(of)}`}
            </span>
          </li>
        ))}
      </ol>
    </figure>
  )
}

/** In thousandths; what is there at all can be seen. */
function widthOf(amount: number, of: number): number {
  return amount === 0 ? 0 : Math.max(Math.round((1000 * amount) / Math.max(of, 1)), 4)
}
