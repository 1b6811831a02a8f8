/** Runs `work` over the items, at most `limit` at once; results come back in the items' order. */
export async function mapWithLimit<Item, Outcome>(
  items: readonly Item[],
  limit: number,
  work: (item: Item) => Promise<Outcome>,
): Promise<Outcome[]> {
  const outcomes = new Array<Outcome>(items.length)
  let next = 0
  const runner = async () => {
    while (next < items.length) {
      const place = next++
      outcomes[place] = await work(items[place] as Item)
    }
  }
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, runner))
  return outcomes
}
