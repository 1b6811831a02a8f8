import {
  type LetterLanguage,
  type LetterModel,
  letterModel,
  type VoterCategory,
  type VotingMode,
  votingCategories,
} from '../../src/elections/index.ts'
import { anElection } from '../../src/elections/testing.ts'
import { plateFacts } from '../../src/letters/composing/plate-facts.ts'
import {
  type PlateFacts,
  sharedData,
  type VoterFacts,
} from '../../src/letters/letter-template/letter-template.ts'
import { sha256OfJson } from '../../src/platform/hash.ts'
import { type GallerySituation, gallerySection, gallerySituations } from './gallery-situations.ts'

/** Who gets a letter of the gallery, and under which model of the law. */
export interface GalleryReader {
  readonly category: VoterCategory
  readonly votingMode: VotingMode
  readonly model: LetterModel
}

/** One letter as it is typeset, with everybody who gets just this one. */
export interface GalleryLetter {
  /** Names its pictures. */
  readonly id: string
  readonly situation: GallerySituation
  readonly language: LetterLanguage
  readonly variant: Variant
  readonly facts: PlateFacts
  readonly readers: readonly GalleryReader[]
}

export const variants = {
  plain: { moved: false, correction: false },
  moved: { moved: true, correction: false },
  correction: { moved: false, correction: true },
} as const
type Variant = keyof typeof variants

const votingModes = ['PAPER', 'DIGITAL'] as const

/** Every letter there is: by kind of election and municipality, category of voter, way of voting and language. */
export function galleryLetters(): GalleryLetter[] {
  return gallerySituations.flatMap(lettersOf)
}

function lettersOf(situation: GallerySituation): GalleryLetter[] {
  const letters = new Map<string, GalleryLetter>()
  for (const { id, reader, ...letter } of combinations(situation)) {
    const said = sha256OfJson(sharedData(letter.facts)).toString('hex')
    const same = letters.get(said)
    letters.set(said, { ...letter, id: same?.id ?? id, readers: [...(same?.readers ?? []), reader] })
  }
  return [...letters.values()]
}

type Combination = Omit<GalleryLetter, 'readers'> & { readonly reader: GalleryReader }

function combinations(situation: GallerySituation): Combination[] {
  const { id, name, municipality, settings, languages, rulesetId, pollingDay } = situation
  return languages.flatMap((language) =>
    votingModes.flatMap((votingMode) => {
      const election = { ...anElection({ rulesetId, pollingDay, votingMode, settings }), name }
      return votingCategories(election).flatMap((category) =>
        variantsFor(situation, category).map((variant): Combination => {
          const kind = { language, category, ...variants[variant] }
          const parts = [
            id,
            category.toLowerCase().replaceAll('_', '-'),
            variant,
            votingMode.toLowerCase(),
            language,
          ]
          return {
            id: parts.filter((part) => part !== 'plain').join('-'),
            ...{ situation, language, variant },
            facts: plateFacts({ election, settings: municipality, section: gallerySection }, kind),
            reader: { category, votingMode, model: letterModel(election, municipality, category)! },
          }
        }),
      )
    }),
  )
}

function variantsFor({ variants: shown }: GallerySituation, category: VoterCategory): Variant[] {
  return shown && category === 'BELGIAN' ? ['plain', 'moved', 'correction'] : ['plain']
}

/** The invented voter of every letter. */
export const galleryVoter: VoterFacts = {
  letterId: '0191f3a2-6f1b-5c7e-9d43-5b1f0c9a2e78',
  fullName: 'An Maria De Smet',
  addressLines: ['Kerkstraat 12 bus 3', '9999 Zonnedorp'],
  listAddressLine: 'Kerkstraat 12 bus 3, 9999 Zonnedorp',
  listNumber: 4127,
  qrText: `https://verkiezingen.zonnedorp.example/k#${'VoorbeeldVoorbeeld'.repeat(10)}`,
}
