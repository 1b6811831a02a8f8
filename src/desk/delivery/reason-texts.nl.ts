/** What a reason of a delivery means to a clerk, and what to do about it. */
export interface ReasonText {
  readonly means: string
  readonly todo: string
}

const nothing = 'U hoeft niets te doen.'
const goesOn =
  'Kiesloket probeert het vanzelf opnieuw. Duurt het langer dan een uur, verwittig dan wie Kiesloket beheert.'
const settle =
  'Zoek uit of de brief aankwam (vraag het aan de helpdesk van de e-Box), en handel hem af bij ‘Onbevestigd’.'
const operator = 'Verwittig wie Kiesloket beheert. Laat de brieven opnieuw versturen als het hersteld is.'

/** By the code itself. */
const byCode: Readonly<Record<string, ReasonText>> = {
  'receipt-lost': { means: 'De brief is aangekomen, maar het ontvangstbewijs ging verloren.', todo: nothing },
  'key-clash': {
    means: 'De e-Box kende de sleutel van deze brief al, maar niet van ons.',
    todo: 'Verstuur niets opnieuw. Verwittig eerst wie Kiesloket beheert: iemand moet kijken hoe dit kan.',
  },
  'receipt-repeated': {
    means: 'De e-Box gaf het ontvangstbewijs van een andere brief. Van deze brief is niets bewezen.',
    todo: settle,
  },
  'worker-lost': { means: 'Het programma viel uit terwijl deze brief onderweg was.', todo: settle },
  'route-changed': {
    means: 'De brief vertrok misschien al langs een andere weg, die nu niet meer ingesteld is.',
    todo: settle,
  },
  withdrawn: { means: 'De brief is teruggenomen. Hij vertrekt niet meer.', todo: nothing },
  settled: { means: 'Een medewerker besliste, met bewijs.', todo: 'Het bewijs staat in het logboek.' },
  'time-out': { means: 'Het antwoord van de e-Box kwam niet op tijd.', todo: settle },
  'answer-unreadable': { means: 'Het antwoord van de e-Box was niet te lezen.', todo: settle },
  'mailbox-failed': { means: 'Kiesloket zelf maakte een fout bij het versturen.', todo: operator },
  'data-key-missing': {
    means: 'Het rijksregisternummer kan niet gelezen worden: een sleutel ontbreekt.',
    todo: operator,
  },
  INVALID_INPUT: { means: 'De e-Box vindt iets in het bericht niet geldig.', todo: operator },
  INVALID_SENDER: {
    means: 'De e-Box neemt geen brieven aan van deze gemeente.',
    todo: 'Verwittig wie Kiesloket beheert: de registratie of het mandaat bij de e-Box klopt niet.',
  },
  DIGEST_DO_NOT_MATCH: { means: 'Het bestand kwam anders aan dan het vertrok.', todo: operator },
  NO_EBOX: { means: 'Deze kiezer heeft geen e-Box.', todo: 'De kiezer krijgt de brief op papier.' },
  EXCLUDED: {
    means: 'Deze kiezer kan niet bereikt worden via de e-Box.',
    todo: 'De kiezer krijgt de brief op papier.',
  },
}

const unreachable = /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT)$/
const broken = /^(ECONNRESET|EPIPE|ETIMEDOUT|UND_ERR_\w+|Error|TypeError|\w*Error)$/

/** By the kind of code, where the codes themselves are the world's. The first that fits counts. */
const byKind: readonly (readonly [kind: RegExp, text: ReasonText])[] = [
  [
    /^token-(ECONN\w+|E[A-Z_]+|UND_ERR_\w+|time-out|http-(408|429|5\d\d))$/,
    { means: 'De dienst die ons toegang geeft tot de e-Box, antwoordt niet.', todo: goesOn },
  ],
  [
    /^token-/,
    { means: 'De dienst die ons toegang geeft tot de e-Box, weigert die toegang.', todo: operator },
  ],
  [unreachable, { means: 'De e-Box is niet bereikbaar.', todo: goesOn }],
  [broken, { means: 'De verbinding met de e-Box brak af.', todo: goesOn }],
  [
    /^http-429$/,
    { means: 'De e-Box vraagt om trager te gaan.', todo: `${nothing} Kiesloket vertraagt vanzelf.` },
  ],
  [/^http-(408|5\d\d)$/, { means: 'De e-Box is in storing.', todo: goesOn }],
  [/^http-(3\d\d|401|403|404|405)$/, { means: 'De e-Box laat ons niet binnen.', todo: operator }],
  [/^http-409$/, { means: 'De e-Box zegt dat er al iets is. Dat kan deze brief zijn.', todo: settle }],
  [/^http-413$/, { means: 'De brief is te groot voor de e-Box.', todo: operator }],
  [/^http-4\d\d$/, { means: 'De e-Box weigert deze brief.', todo: operator }],
]

/** Every code gets a sentence: one that only the e-Box knows is shown as it came. */
export function reasonText(code: string): ReasonText {
  const known = byCode[code] ?? byKind.find(([kind]) => kind.test(code))?.[1]
  return (
    known ?? {
      means: `De e-Box gaf de code ${code}.`,
      todo: 'Zoek de code op in de documentatie van de e-Box, of vraag ze aan haar helpdesk.',
    }
  )
}

/** Whether the code has a sentence of its own. */
export function isKnownReason(code: string): boolean {
  return code in byCode || byKind.some(([kind]) => kind.test(code))
}

/**
 * What to do depends on what became of the letter as well: the same lost connection means that a letter waits and goes again
 * by itself, or, on a road without keys, that nobody knows whether it arrived.
 */
export function todoOf({ state, reason }: { state: string; reason: string }): string {
  const { todo } = reasonText(reason)
  const goesByItself = todo === settle || todo === goesOn
  if (state === 'unconfirmed') return reason === 'key-clash' ? todo : settle
  if (state === 'refused') return goesByItself ? operator : todo
  if (state === 'delivered' || state === 'inactive') return reason === 'settled' ? todo : nothing
  return todo === settle ? goesOn : todo
}

const byStop: Readonly<Record<string, ReasonText>> = {
  'mailbox-closed': {
    means: 'De e-Box laat ons niet binnen. Kiesloket stopte vanzelf, om geen brieven te bederven.',
    todo: 'Verwittig wie Kiesloket beheert. Is het hersteld, klik dan op ‘Verder versturen’.',
  },
  'mailbox-not-configured': {
    means: 'Er ontbreekt een instelling om te versturen.',
    todo: 'Verwittig wie Kiesloket beheert. Is het hersteld, klik dan op ‘Verder versturen’.',
  },
  'seal-not-ready': {
    means: 'De brieven kunnen nu geen elektronisch zegel krijgen. Er vertrekt niets zonder.',
    todo: 'Verwittig wie Kiesloket beheert: de sleutel of het certificaat ontbreekt of is niet meer geldig. Is het hersteld, klik dan op ‘Verder versturen’.',
  },
  'everything-refused': {
    means: 'De e-Box weigerde vijftig brieven na elkaar. Kiesloket stopte vanzelf.',
    todo: 'Kijk bij ‘Wat misliep’ naar de reden. Is ze hersteld: verstuur die brieven opnieuw, en klik op ‘Verder versturen’.',
  },
  'answers-lost': {
    means:
      'Te veel antwoorden gingen verloren. Kiesloket stopte vanzelf, want elk verloren antwoord kost een brief.',
    todo: 'Wacht tot de e-Box weer goed werkt, en klik dan op ‘Verder versturen’.',
  },
  'key-clashes': {
    means:
      'De e-Box kende twintig brieven na elkaar al, maar niet van ons. Kiesloket stopte vanzelf, want iemand moet uitzoeken hoe dat kan.',
    todo: 'Verwittig wie Kiesloket beheert: misschien werd de databank teruggezet. Is dat uitgezocht, klik dan op ‘Verder versturen’.',
  },
  'receipts-repeated': {
    means:
      'De e-Box gaf telkens hetzelfde ontvangstbewijs. Kiesloket stopte vanzelf, want zo is niets bewezen.',
    todo: 'Vraag eerst aan de helpdesk van de e-Box wat er scheelt. Is het hersteld, klik dan op ‘Verder versturen’.',
  },
  'document-changed': {
    means: 'Een brief komt niet meer overeen met wat vrijgegeven werd. Er vertrekt niets.',
    todo: 'Verwittig wie Kiesloket beheert: zoek eerst uit wat er sinds de vrijgave veranderde.',
  },
  'document-missing': {
    means: 'Een brief kan niet meer gemaakt worden. Er vertrekt niets.',
    todo: 'Verwittig wie Kiesloket beheert: zoek eerst uit wat er sinds de vrijgave veranderde.',
  },
}

/** Why a campaign stopped: by itself, or in the words of whoever stopped it. */
export function stopText(because: string): ReasonText {
  const [code = '', ...rest] = because.split(':')
  const known = byStop[code]
  if (!known)
    return {
      means: because,
      todo: 'Is de reden weg, klik dan op ‘Verder versturen’. Het gaat verder waar het stopte.',
    }
  const detail = /^\s*[\w-]+(?: \(HTTP \d{3}\))?/.exec(rest.join(':'))?.[0].trim()
  return detail && !code.startsWith('document-') ? { ...known, means: `${known.means} (${detail})` } : known
}
