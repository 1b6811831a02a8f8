// Figures that follow what happens: one stream a page, which can be paused and is told aloud at most once a minute.
for (const region of document.querySelectorAll('[data-live-from]')) {
  const button = region.querySelector('[data-live-pause]')
  const said = region.querySelector('[data-live-said]')
  let stream
  let toldAt = Date.now()
  const show = (event) => {
    const facts = JSON.parse(event.data)
    // What others followed already may be older than this page.
    if (facts.moment < Number(region.dataset.liveMoment)) return
    for (const [name, text] of Object.entries(facts.texts)) {
      const place = region.querySelector(`[data-live="${name}"]`)
      if (place && place.textContent !== text) place.textContent = text
    }
    const tag = region.querySelector('.govuk-tag[data-live="tag"]')
    if (tag && facts.colour) tag.className = `govuk-tag govuk-tag--${facts.colour}`
    for (const one of region.querySelectorAll('[data-live-while]'))
      one.hidden = one.dataset.liveWhile !== facts.state
    const bar = region.querySelector('progress')
    if (bar) Object.assign(bar, { max: Math.max(facts.total, 1), value: facts.done })
    const isOther = facts.state !== region.dataset.liveState
    const isTold = said.textContent === said.dataset.changed
    if (isOther !== isTold || Date.now() - toldAt > 60000) {
      toldAt = Date.now()
      said.textContent = isOther ? said.dataset.changed : isTold ? '' : facts.said
    }
    const again = region.querySelector('[data-live-again]')
    if (again) again.hidden = !isOther
  }
  const start = () => {
    stream = new EventSource(region.dataset.liveFrom)
    stream.addEventListener('progress', show)
  }
  button.hidden = false
  button.addEventListener('click', () => {
    const isPaused = button.getAttribute('aria-pressed') === 'true'
    button.setAttribute('aria-pressed', String(!isPaused))
    if (isPaused) start()
    else stream.close()
  })
  window.addEventListener('pagehide', () => stream.close())
  window.addEventListener('pageshow', (event) => event.persisted && start())
  start()
}
