/** The way through a long list, by key: to the next rows, and back to the first. */
export function Pages({ next, first }: { next?: string | undefined; first?: string | undefined }) {
  if (!next && !first) return null
  return (
    <nav class="pages" aria-label="Bladeren">
      {first && <a href={first}>Terug naar de eerste rijen</a>}
      {next && (
        <a href={next} rel="next">
          Volgende rijen
        </a>
      )}
    </nav>
  )
}
