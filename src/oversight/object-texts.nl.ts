import type { AuditEntry } from './audit-overview.ts'
import { auditText } from './audit-texts.nl.ts'
import type { AuditObject } from './object-overview.ts'

/** What an event is about, in words. Nothing where it is about the person themselves, or about nothing of its own. */
export function objectText(
  entry: Pick<AuditEntry, 'actor' | 'action' | 'subject' | 'details' | 'about'>,
): string {
  const { actor, subject, details, about } = entry
  const tried = entry.action === 'desk.refused' && typeof details.event === 'string' && details.event
  const parts = [
    tried && `poging: ${auditText({ action: tried, details: {} })}`,
    subject !== actor && about?.object && wordsFor(about.object),
    about?.place && `stemlocatie ${about.place}`,
    typeof details.section === 'number' && `stemafdeling ${details.section}`,
    about?.municipality && `gemeente ${about.municipality}`,
    (about?.object?.election ?? about?.election) || undefined,
  ]
  return sentence([...new Set(parts.filter((part) => typeof part === 'string' && part !== ''))].join(', '))
}

const sentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

function wordsFor({ kind, name, listNumber, version }: AuditObject): string | undefined {
  if (kind === 'voter') return `kiezer met volgnummer ${listNumber}`
  if (kind === 'letter') return `kiesbrief van volgnummer ${listNumber}, versie ${version}`
  if (kind === 'staff') return name
  const noun = nouns[kind]
  return name ? `${noun} ${name}` : noun
}

const nouns: Readonly<
  Record<Exclude<AuditObject['kind'], 'voter' | 'letter' | 'staff'>, string | undefined>
> = {
  election: undefined,
  list: 'kiezerslijst uit',
  upload: 'bestand',
  run: undefined,
  sample: 'een proef',
  release: 'een vrijgave',
  campaign: 'de verzending',
  'print-file': 'drukbestand',
  certificate: 'een certificaat',
}
