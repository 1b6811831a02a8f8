import type { Link } from './navigation.tsx'
import { WithScript } from './with-script.tsx'

export interface Sheet {
  readonly src: string
  /** What is on it, for who does not see it. */
  readonly alternative: string
}

/** Pages of a document as pictures, beside each other where there is room. */
export function Sheets({ sheets }: { sheets: readonly Sheet[] }) {
  return (
    <div class="sheets">
      {sheets.map(({ src, alternative }) => (
        <img src={src} alt={alternative} width="910" height="1287" />
      ))}
    </div>
  )
}

interface LeafingProps {
  readonly label: string
  readonly previous?: Link | undefined
  readonly next?: Link | undefined
  /** How it goes by the keys. */
  readonly children: string
}

/** To the one before and the one after; with script also by the arrow keys. */
export function Leafing({ label, previous, next, children }: LeafingProps) {
  return (
    <nav class="leafing" aria-label={label} data-leaf>
      {previous && (
        <a class="govuk-button govuk-button--secondary" rel="prev" href={previous.href} draggable={false}>
          ‹ {previous.text}
        </a>
      )}
      <WithScript>{children}</WithScript>
      {next && (
        <a class="govuk-button govuk-button--secondary" rel="next" href={next.href} draggable={false}>
          {next.text} ›
        </a>
      )}
    </nav>
  )
}
