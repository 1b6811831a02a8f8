import type { Child } from 'hono/jsx'

export interface Figure {
  readonly name: string
  readonly value: number | string
  readonly note?: Child | undefined
  /** The name under which it moves along, in a part of the page that follows what happens. */
  readonly live?: string
}

const whole = new Intl.NumberFormat('nl-BE')

/** `196.412`: a count as people write it. */
export function countText(count: number): string {
  return whole.format(count)
}

/** A few large figures beside each other. */
export function Figures({ figures }: { figures: readonly Figure[] }) {
  return (
    <dl class="figures">
      {figures.map(({ name, value, note, live }) => (
        <div>
          <dt>{name}</dt>
          <dd>
            <span {...(live && { 'data-live': live })}>
              {typeof value === 'number' ? countText(value) : value}
            </span>
            {note && <small>{note}</small>}
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** How far something is: a bar, and the same in words. */
export function Progress({ label, done, total }: { label: string; done: number; total: number }) {
  return (
    <div class="progress">
      <label for="progress">{label}</label>
      <progress id="progress" value={done} max={Math.max(total, 1)}>
        {`${countText(done)} van ${countText(total)}`}
      </progress>
    </div>
  )
}
