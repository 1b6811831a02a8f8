/** The text of a file as it is, in a region of its own in which it scrolls. `caption` names the region. */
export function FileText({ caption, children }: { caption: string; children: string }) {
  return (
    <section class="file-text" tabindex={0} aria-label={caption}>
      <pre>{children}</pre>
    </section>
  )
}
