/** A long code in short groups, so that two people can hold it against each other by reading it out. */
export function CodeGroups({ code, size = 4 }: { code: string; size?: number }) {
  const groups = code.match(new RegExp(`.{1,${size}}`, 'g')) ?? []
  return (
    <code class="code-groups">
      {groups.map((group, place) => (
        <>
          {place > 0 && ' '}
          <span>{group}</span>
        </>
      ))}
    </code>
  )
}
