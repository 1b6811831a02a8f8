import type { SendRefusal } from '../../../bureaus/index.ts'

export const texts = {
  title: 'Samenstelling van de bureaus',
  lead: 'Wie in welk bureau zit, zoals de gemeente het bezorgt aan het gerecht en het hoofdbureau.',
  keptUntil: (day: string) =>
    `Wat bezorgd is, wordt bewaard tot en met ${day}. Daarna verdwijnt het hier. Haal dus op tijd een bestand op als u het langer nodig hebt.`,
  now: {
    title: 'Zoals het nu is',
    facts: { people: 'Aangewezen leden', digest: 'Controlegetal (SHA-256)' },
    of: (people: string, bureaus: string) =>
      `${people} in ${bureaus} ${bureaus === '1' ? 'bureau' : 'bureaus'}`,
    nobody: 'Er is nog niemand aangewezen. Er is dus nog niets om te bezorgen.',
  },
  send: {
    title: 'Bezorg de samenstelling',
    none: 'Er is geen gerecht of hoofdbureau aan wie deze verkiezing is toegewezen. Vraag wie de installatie beheert om dat te doen.',
    caption: 'Aan wie u bezorgt',
    columns: { who: 'Wie', what: 'Wat', last: 'Laatst bezorgd', opened: 'Geopend', deed: 'Nu' },
    never: 'nog niets',
    version: (version: number, moment: string) => `versie ${version}, ${moment}`,
    notOpened: 'nog niet',
    button: 'Bezorg de samenstelling',
    buttonTo: (name: string) => `aan ${name}`,
    refused: {
      'no-such-authority': 'Aan dit gerecht of hoofdbureau is de verkiezing niet meer toegewezen.',
      'nobody-designated':
        'Van wie dit gerecht of hoofdbureau bezorgd krijgt, is nog niemand aangewezen. Er is dus nog niets om te bezorgen.',
      unchanged: 'Er veranderde niets sinds de vorige keer. Er is niets bezorgd.',
      'kept-no-longer': 'De dag na de verkiezing is voorbij. De samenstelling wordt niet meer bezorgd.',
    } satisfies Record<SendRefusal, string>,
  },
  sent: {
    title: 'Wat bezorgd is',
    empty: 'Er is nog geen samenstelling bezorgd.',
    columns: {
      version: 'Versie',
      to: 'Aan',
      sent: 'Bezorgd',
      people: 'Leden',
      opened: 'Geopend',
      digest: 'Controlegetal',
    },
    version: (version: number) => `Versie ${version}`,
  },
  one: {
    title: (version: number) => `Samenstelling, versie ${version}`,
    facts: {
      sent: 'Bezorgd',
      opened: 'Voor het eerst geopend',
      people: 'Leden',
      digest: 'Controlegetal (SHA-256)',
    },
    csv: 'Haal op als CSV',
    pdf: 'Haal op als PDF',
    changes: 'Wat veranderde sinds de vorige versie',
    first: 'Dit is de eerste versie.',
    changed: (count: number) =>
      count === 1 ? '1 zitplaats veranderde.' : `${count} zitplaatsen veranderden.`,
    columns: {
      bureau: 'Bureau',
      seat: 'Zitplaats',
      before: 'Vroeger',
      now: 'Nu',
      who: 'Wie',
      reach: 'Te bereiken',
    },
    nobody: 'niemand',
    empty: 'In dit bureau is niemand aangewezen.',
  },
  area: {
    title: 'Samenstellingen van het gebied',
    lead: 'Wat elke gemeente u het laatst bezorgde. Een samenstelling openen laat een spoor na in de gemeente.',
    caption: 'Gemeenten en hun laatste samenstelling',
    columns: {
      municipality: 'Gemeente',
      version: 'Versie',
      sent: 'Bezorgd',
      people: 'Leden',
      opened: 'Geopend',
      digest: 'Controlegetal',
    },
    none: 'nog niets bezorgd',
  },
}
