// Draws the places of a page on a map. What it shows stands beside it as text too.

for (const frame of document.querySelectorAll('[data-map]')) {
  const { L } = window
  const points = JSON.parse(frame.dataset.points)
  const map = L.map(frame, { scrollWheelZoom: false, zoomControl: false, fadeAnimation: false })
  map.attributionControl.setPrefix(false)
  L.control.zoom({ position: 'bottomright', zoomInTitle: 'Inzoomen', zoomOutTitle: 'Uitzoomen' }).addTo(map)
  L.tileLayer(frame.dataset.tiles, { attribution: frame.dataset.attribution, maxZoom: 19 }).addTo(map)
  const look = { radius: 9, weight: 3, color: '#fff', fillColor: '#0055cc', fillOpacity: 1 }
  for (const { at, name, href } of points) {
    // As elements: a name that looks like markup stays a name.
    const label = document.createElement('span')
    label.textContent = name
    const marker = L.circleMarker(at, look)
      .bindTooltip(label, { permanent: points.length === 1 })
      .addTo(map)
    if (!href) continue
    const link = document.createElement('a')
    link.href = href
    link.textContent = name
    marker.bindPopup(link, { maxWidth: 240 })
  }
  map.fitBounds(L.latLngBounds(points.map(({ at }) => at)).pad(0.2), { maxZoom: 15 })
}
