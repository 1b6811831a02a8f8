import type { Authority, Opening, Origin, Transition } from '../../bureaus/index.ts'

/** Of who left and was there again. */
export const cameBack = (moment: string) => `Verbeterd: was terug op ${moment}`

/** What happened to an assignment, in whose power, and where its person came from. */
export const steps: Readonly<Record<Transition | Opening, string>> = {
  propose: 'Voorgedragen',
  'move-to': 'Aangewezen op deze plaats, komt van een andere',
  'appoint-on-the-spot': 'Ter plaatse aangesteld',
  withdraw: 'Voordracht ingetrokken',
  designate: 'Aangewezen',
  send: 'Oproep verstuurd',
  'note-delivered': 'Oproep aangekomen',
  'note-undelivered': 'Oproep niet aangekomen',
  'send-corrected': 'Verbeterde oproep verstuurd',
  'note-corrected': 'Verbeterde oproep aangekomen',
  acknowledge: 'Ontvangst bevestigd',
  'ask-excuse': 'Verontschuldiging gevraagd',
  'find-complete': 'Aanvraag volledig bevonden',
  'ask-more': 'Meer gevraagd bij de aanvraag',
  grant: 'Verontschuldiging toegestaan',
  refuse: 'Verontschuldiging geweigerd',
  'withdraw-request': 'Aanvraag ingetrokken',
  'note-silence': 'Antwoordde niet op tijd',
  confirm: 'Wordt verwacht',
  revoke: 'Aanwijzing ingetrokken',
  'ask-move': 'Gevraagd om te verplaatsen',
  'refuse-move': 'Wordt niet verplaatst',
  move: 'Verplaatst naar een andere zitplaats',
  'call-up': 'Opgeroepen als vervanger',
  'check-in': 'Aangemeld op de verkiezingsdag',
  'check-in-late': 'Te laat aangemeld op de verkiezingsdag',
  'note-absent': 'Afwezig op de verkiezingsdag',
  'correct-to-present': 'Verbeterd: was aanwezig',
  'correct-to-late': 'Verbeterd: kwam te laat',
  'correct-to-absent': 'Verbeterd: was afwezig',
  'take-back-attendance': 'Aanwezigheid ongedaan gemaakt',
  dismiss: 'Naar huis gestuurd',
  leave: 'Ging eerder weg',
  'return-to-present': 'Verbeterd: ging niet weg',
  'return-to-late': 'Verbeterd: ging niet weg',
  'export-pay': 'Doorgegeven om te betalen',
  'note-paid': 'Betaald',
  'note-bounced': 'Betaling teruggekomen',
  'report-absence': 'Afwezigheid gemeld',
  'excuse-after': 'Achteraf verontschuldigd',
  'explain-after': 'Achteraf een reden gegeven',
  'ask-more-after': 'Over de reden achteraf meer gevraagd',
  'refuse-after': 'Reden achteraf geweigerd',
}

export const powers: Readonly<Record<Authority, string>> = {
  municipality: 'de gemeente',
  magistrate: 'de magistraat',
  person: 'de persoon zelf',
  chair: 'de voorzitter',
  system: 'het programma',
}

/** Instead of a power, of what was written down only because the person came. */
export const byComing = 'niemand: volgt uit de aankomst'

export const origins: Readonly<
  Record<Exclude<Origin, 'ON_THE_SPOT' | 'DRAW'>, { label: string; hint?: string }>
> = {
  CATEGORY: { label: 'Lijst A', hint: 'Iemand met een beroep dat de wet noemt.' },
  VOLUNTEER: { label: 'Vrijwilliger' },
  EX_OFFICIO: { label: 'Van rechtswege', hint: 'Door het ambt, zoals een vrederechter in een hoofdbureau.' },
  CHAIR_CHOICE: { label: 'Gekozen door de voorzitter', hint: 'Zoals een secretaris.' },
  OTHER: { label: 'Een andere kiezer', hint: 'Wanneer de lijsten niet volstaan.' },
}

/** Steps that were taken only because the person came. */
export const stepsByComing = {
  send: 'Kwam zonder dat een oproep verstuurd was',
  'note-delivered': 'Kwam zonder bewijs dat de oproep aankwam',
} as const
