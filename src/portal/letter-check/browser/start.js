// Says so when this browser can't load what checks a letter, instead of saying nothing.

import('./check-letter.js').catch(() => {
  document.querySelector('[data-letter-check] [data-part=failed]').hidden = false
})
