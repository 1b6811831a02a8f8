// Who logged out leaves nothing behind, also in a browser that does not listen when the server says so (`Clear-Site-Data`).

const { cacheName } = document.querySelector('[data-cache-name]').dataset
await globalThis.caches?.delete(cacheName)
