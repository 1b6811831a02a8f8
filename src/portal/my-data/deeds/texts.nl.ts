/** What was done, as a sentence that goes on after whoever did it, and what for. */
export interface Deed {
  readonly did: string
  /** The purpose, where no reason was given. */
  readonly why?: string
}

const question = 'Om een vraag over je kiesbrief of je inschrijving te behandelen.'
const enrolment = 'Na een melding of beslissing over je inschrijving.'
const returned = 'Je brief op papier kwam terug bij de gemeente.'
const delivery = 'Om na te gaan of je brief aankwam.'
const asked = 'Je vroeg erom.'

/** By the code of the event. A test holds it against every event that names a voter or a letter. */
const deeds = {
  'audit.person-shown': { did: 'vroeg op wie je gegevens bekeek', why: 'Om je te antwoorden wie ze bekeek.' },
  'citizen.mail-refused': { did: 'kon je geen mail bezorgen', why: 'Je adres neemt onze mail niet aan.' },
  'citizen.mailed': { did: 'stuurde je een mail over je kiesbrief', why: asked },
  'delivery.key-clash': { did: 'merkte dat niet zeker is of je brief in je e-Box kwam', why: delivery },
  'delivery.receipt-repeated': {
    did: 'merkte dat niet zeker is of je brief in je e-Box kwam',
    why: delivery,
  },
  'delivery.settled': { did: 'besliste na onderzoek of je brief is aangekomen', why: delivery },
  'delivery.timeline-shown': { did: 'bekeek hoe het versturen van je brief verliep', why: delivery },
  'letters.duplicate-opened': { did: 'opende een duplicaat van je kiesbrief', why: 'Om het af te drukken.' },
  'letters.duplicated': { did: 'gaf een duplicaat van je kiesbrief', why: asked },
  'letters.duplicated-offline': {
    did: 'gaf een duplicaat van je kiesbrief aan een loket zonder netwerk',
    why: asked,
  },
  'letters.rendered': { did: 'opende je kiesbrief', why: question },
  'letters.return-followed-up': { did: 'volgde je teruggekeerde brief op', why: returned },
  'letters.shown': { did: 'bekeek je kiesbrief', why: question },
  'letters.withdrawn': { did: 'trok een kiesbrief van je in' },
  'offline.issue-settled': {
    did: 'besliste over een duplicaat dat je aan een loket zonder netwerk kreeg',
    why: 'Om dubbele duplicaten na te kijken.',
  },
  'proof.letter-shown': {
    did: 'bekeek je kiesbrief in een steekproef',
    why: 'De computer koos je brief. Voor de brieven vertrekken, kijkt de gemeente er enkele na.',
  },
  'voters.added': { did: 'zette je op de kiezerslijst', why: enrolment },
  'voters.corrected': { did: 'verbeterde je gegevens op de kiezerslijst', why: enrolment },
  'voters.looked-up': { did: 'zocht je op met je rijksregisternummer', why: question },
  'voters.opened': { did: 'bekeek je gegevens op de kiezerslijst', why: question },
  'voters.opened-offline': {
    did: 'bekeek je gegevens aan een loket zonder netwerk',
    why: 'Om je aan dat loket te helpen.',
  },
  'voters.searched': { did: 'zocht je op in de kiezerslijst', why: question },
  'voters.struck': { did: 'schrapte je van de kiezerslijst', why: enrolment },
} satisfies Readonly<Record<string, Deed>>

/** What somebody did with their own data on these pages; what else the program wrote down of it is the same deed again. */
const ownDeeds = {
  'citizen.data-opened': 'Je bekeek deze pagina.',
  'citizen.duplicate-opened': 'Je opende de pagina van je duplicaat.',
  'citizen.duplicate-read': 'Je opende een duplicaat.',
  'citizen.election-opened': 'Je las waar en wanneer je stemt.',
  'citizen.elections-opened': 'Je opende je verkiezingen.',
  'citizen.letter-opened': 'Je opende de pagina van je brief.',
  'citizen.letter-read': 'Je las je brief.',
  'citizen.mail-asked': 'Je vroeg om mail over je kiesbrief.',
  'citizen.mail-confirmed': 'Je e-mailadres werd bevestigd met de link uit onze mail.',
  'citizen.mail-opened': 'Je opende de pagina over mail.',
  'citizen.mail-stopped': 'De mails werden uitgezet.',
  'citizen.polling-desk-kept': 'Een toestel bewaarde je scherm voor het stembureau.',
  'citizen.polling-desk-opened': 'Je opende het scherm voor het stembureau.',
  'letters.duplicated': 'Je maakte een duplicaat van je brief.',
}

/** Codes of reasons, as people say them; a reason that is none of these is told as it was written down. */
const reasons = {
  'not-received': 'De brief was niet aangekomen.',
  lost: 'De brief was verloren.',
}

/** Words for what happened with somebody's data. */
export const nl = { deeds, ownDeeds, reasons }

export type Texts = typeof nl
