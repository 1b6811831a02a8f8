import type { AuthorityKind } from '../../../bureaus/index.ts'

export const texts = {
  start: {
    title: 'Bureaus van uw gebied',
    lead: (name: string) =>
      `${name}: de gemeenten waarvan u de bureaus ziet. Andere gegevens van die gemeenten ziet u niet.`,
    none: 'Er is u geen enkele verkiezing toegewezen.',
    here: (municipality: string) => `U bent nu aan het werk in ${municipality}.`,
  },
  kinds: {
    COURT: 'gerecht',
    CANTON_MAIN: 'kantonhoofdbureau',
    MUNICIPAL_MAIN: 'gemeentelijk hoofdbureau',
    DISTRICT_MAIN: 'stadsdistrictshoofdbureau',
    PROVINCE_DISTRICT_MAIN: 'provinciedistrictshoofdbureau',
    CONSTITUENCY_MAIN: 'kieskringhoofdbureau',
  } satisfies Record<AuthorityKind, string>,
  reach: {
    all: 'alle bureaus',
    nothing: 'geen bureaus',
    kinds: { POLLING: 'stembureaus', COUNTING: 'telbureaus', MAIN: 'hoofdbureaus', RESERVE: 'reserves' },
    ownMain: (name: string) => `uw eigen ${name}`,
    main: (name: string) => `het ${name}`,
    ofDistrict: (bureaus: string, district: string) => `${bureaus}, van het district ${district}`,
    only: (roles: string, bureaus: string) => `alleen ${roles}: ${bureaus}`,
  },
  part: {
    as: (kind: string, sees: string) => `U komt voor een ${kind}. U ziet hoe ver het staat met: ${sees}.`,
    opens: (opens: string) => `Wie er zit, ziet u in: ${opens}.`,
    caption: 'Bureaus die u ziet en hoe ver ze ingevuld zijn',
    empty: 'Van deze gemeente ziet u nog geen enkel bureau. De gemeente maakt eerst het plan.',
    composition: 'Samenstelling: wat u bezorgd kreeg',
    board: 'De verkiezingsdag',
  },
  elsewhere: {
    title: 'Deze pagina is van een andere gemeente',
    text: 'U bent nu in een andere gemeente van uw gebied aan het werk. Ga erheen om deze pagina te zien.',
    go: (municipality: string) => `Naar ${municipality}`,
  },
  maybeElsewhere: {
    title: 'Deze pagina is er hier niet',
    text: 'De gemeente waarin u nu aan het werk bent, heeft deze pagina niet. Ze kan van een andere gemeente van uw gebied zijn. Ga erheen om dat na te kijken.',
  },
  days: { label: 'Welke verkiezingsdag' },
  nothing: 'Op deze dag is er geen gemeente waarvan u de bureaus ziet.',
  table: {
    caption: (day: string) => `Gemeenten en hun bureaus op ${day}`,
    sum: 'Samen',
    columns: {
      municipality: 'Gemeente',
      polling: 'Stem\u00adbureaus',
      counting: 'Tel\u00adbureaus',
      main: 'Hoofd\u00adbureaus',
      open: 'Open zitplaatsen',
      proposed: 'Te tekenen',
      asking: 'Vragen veront\u00adschuldiging',
      complete: 'Volledig',
      last: 'Laatste moment',
      incidents: 'Voorvallen',
    },
    proposalsOf: (municipality: string) => `voordrachten van ${municipality}`,
    excusesOf: (municipality: string) => `verontschuldigingen van ${municipality}`,
    ofAll: (done: string, all: string) => `${done} van ${all}`,
    last: (hour: string, what: string, bureau: string) => `${hour}: ${what} (${bureau})`,
  },
  numbers: {
    title: (canton: string | undefined) =>
      canton ? `Nummers in het kanton ${canton}` : 'Nummers in het kanton',
    lead: (head: string) =>
      `De nummers lopen door: eerst de hoofdgemeente ${head}, dan de andere gemeenten volgens het alfabet. Zeg elke gemeente met welk nummer ze begint.`,
    noHead:
      'De nummers lopen door van gemeente tot gemeente. Welke de hoofdgemeente is, is nog niet bekend: zet daar het kantonhoofdbureau in het plan. Tot dan staan ze hier volgens het alfabet.',
    caption: 'Eerste nummer van elke gemeente',
    columns: { polling: 'Eerste stem\u00adbureau', counting: 'Eerste tel\u00adbureau', now: 'In het plan' },
    noPlan: 'nog geen plan',
    same: 'klopt',
    other: (polling: number, counting: number | undefined) =>
      counting === undefined
        ? `begint nu bij ${polling}`
        : `begint nu bij ${polling}, telbureaus bij ${counting}`,
  },
  to: {
    choose: (bureau: string, municipality: string, count: number) =>
      `Kies wie in uw hoofdbureau zit (${bureau}, ${municipality}): nog ${count === 1 ? '1 zitplaats' : `${count} zitplaatsen`}`,
    proposals: (count: number) =>
      count === 1 ? 'Bekijk de voordracht die wacht' : `Bekijk de ${count} voordrachten die wachten`,
    excuses: (count: number) =>
      count === 1 ? 'Bekijk de vraag om verontschuldiging' : `Bekijk de ${count} vragen om verontschuldiging`,
    bureaus: 'Alle bureaus van het gebied',
    board: 'De verkiezingsdag in het gebied',
  },
  bureaus: {
    title: 'Alle bureaus van het gebied',
    caption: 'Bureaus van het gebied en hoe ver ze ingevuld zijn',
    empty: 'Zo is er geen enkel bureau. Wis de keuze om ze allemaal te zien.',
    filter: {
      label: 'Welke bureaus',
      button: 'Toon',
      kind: 'Soort',
      state: 'Stand',
      every: 'Alle',
      states: {
        open: 'met open zitplaatsen',
        voorgedragen: 'met voordrachten die wachten',
        vraagt: 'met een vraag om verontschuldiging',
        onvolledig: 'niet volledig op de dag zelf',
      },
    },
    count: (shown: string, all: string) => `${shown} van ${all} bureaus.`,
    columns: {
      municipality: 'Gemeente',
      bureau: 'Bureau',
      where: 'Waar',
      seats: 'Zitplaatsen',
      open: 'Open',
      proposed: 'Te tekenen',
      asking: 'Vragen',
      missing: 'Ontbreekt op de dag',
    },
    noPlace: 'plaats niet gekend',
  },
  board: {
    title: 'De verkiezingsdag in het gebied',
    caption: 'Gemeenten en hoe hun bureaus staan',
    incomplete: 'Toon de bureaus die niet volledig zijn',
    columns: {
      municipality: 'Gemeente',
      complete: 'Volledig',
      missing: 'Ontbreekt',
      last: 'Laatste moment',
      incidents: 'Voorvallen',
    },
    allThere: 'niemand',
  },
  proposals: {
    title: 'Voordrachten in het gebied',
    lead: 'Wie de gemeenten voordragen, in de volgorde waarin dat gebeurde. U tekent voor wie aangevinkt is, of opent iemand.',
    caption: 'Voordrachten die wachten',
    empty: 'Er wacht geen enkele voordracht in uw gebied.',
    count: (shown: string, all: string) => `${shown} van ${all} voordrachten.`,
    until: (municipality: string, day: string) => `${municipality}: tot en met ${day}.`,
    late: (municipality: string, day: string) =>
      `${municipality}: de laatste dag was ${day}. Een aanwijzing telt toch.`,
    lastDay: 'Laatste dag om aan te wijzen',
    columns: {
      tick: 'Tekenen',
      municipality: 'Gemeente',
      bureau: 'Bureau',
      seat: 'Zitplaats',
      who: 'Wie',
      origin: 'Herkomst',
    },
    signHint:
      'U tekent voor wie in de lijst hierboven aangevinkt is. De anderen blijven wachten. Wie ondertussen veranderde, wordt overgeslagen.',
    sign: 'Wijs aan wie aangevinkt is',
    nobody: 'Wie u aanvinkte, is al aangewezen, of wacht niet meer. Wie nog wacht, staat hieronder.',
  },
  excuses: {
    title: 'Vragen om verontschuldiging in het gebied',
    lead: 'Wie vraagt om niet te zetelen en op uw beslissing wacht. U opent een vraag in de gemeente zelf.',
    decidesNot: 'Van een verkiezing waarin de wet een ander laat beslissen, staat hier niemand.',
    caption: 'Vragen die wachten',
    empty: 'Er wacht geen enkele vraag in uw gebied.',
    columns: {
      municipality: 'Gemeente',
      who: 'Wie',
      seat: 'Zitplaats',
      asked: 'Gevraagd',
      inTime: 'Op tijd',
    },
  },
}
