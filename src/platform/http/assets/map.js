// Draws the places of a page on a map. What it shows stands beside it as text too.

for (const frame of document.querySelectorAll('[data-map]')) {
  const { L } = window
  const points = JSON.parse(frame.dataset.points)
  const map = L.map(frame, { scrollWheelZoom: false, zoomControl: false, fadeAnimation: false })
  map.attributionControl.setPrefix(false)
  L.control.zoom({ position: 'bottomright', zoomInTitle: 'Inzoomen', zoomOutTitle: 'Uitzoomen' }).addTo(map)
  L.tileLayer(frame.dataset.tiles, { attribution: frame.dataset.attribution, maxZoom: 19 }).addTo(map)
  const look = { radius: 9, weight: 3, color: '#fff', fillColor: '#0055cc', fillOpacity: 1 }
  for (const [index, { at, name, href }] of points.entries()) {
    // As elements: a name that looks like markup stays a name.
    const label = document.createElement('span')
    label.textContent = name
    const marker = (
      points.length === 1 ? L.circleMarker(at, look) : numbered(L, { at, name, number: index + 1 })
    )
      .on('tooltipopen', ({ tooltip }) => keepWithin(frame, tooltip.getElement()))
      .bindTooltip(label, { permanent: points.length === 1, direction: 'top', offset: [0, -8] })
      .addTo(map)
    if (!href) continue
    const link = document.createElement('a')
    link.href = href
    link.textContent = name
    marker.bindPopup(link, { maxWidth: 240 })
  }
  map.on('moveend zoomend', () => {
    for (const label of frame.querySelectorAll('.leaflet-tooltip')) keepWithin(frame, label)
  })
  map.fitBounds(L.latLngBounds(points.map(({ at }) => at)).pad(0.2), { maxZoom: 15 })
}

/** One of several: with the number that the text beside the map gives it, and to be reached with the keyboard. */
function numbered(L, { at, name, number }) {
  const dot = document.createElement('span')
  dot.textContent = String(number)
  const icon = L.divIcon({ className: 'map-number', html: dot, iconSize: [28, 28] })
  const marker = L.marker(at, { icon })
  return marker.on('add', () => marker.getElement().setAttribute('aria-label', `${number}. ${name}`))
}

/** A name that would lie over the edge of the map is moved into it: what is outside is cut off. */
function keepWithin(frame, label) {
  const gap = 4
  label.style.margin = '0'
  const [outer, own] = [frame.getBoundingClientRect(), label.getBoundingClientRect()]
  const right = Math.max(0, outer.left + gap - own.left) - Math.max(0, own.right - outer.right + gap)
  const down = Math.max(0, outer.top + gap - own.top)
  Object.assign(label.style, { marginLeft: `${right}px`, marginTop: `${down}px` })
}
