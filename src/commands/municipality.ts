import type { Command } from 'commander'
import type { App } from '../app.ts'
import { changeMunicipality } from '../letters/index.ts'
import {
  addMunicipality,
  checkMunicipalityFile,
  getSettings,
  listMunicipalities,
} from '../municipalities/index.ts'
import { staffOf } from '../platform/db/scope.ts'
import { done, noun, type Options, verb } from './command.ts'
import { chosenMunicipality, municipalityOption, operator, readJson } from './find.ts'

/** The municipality that was named, else the one whose NIS code the file has. */
async function toUpdate(app: App, options: Options, document: unknown) {
  if (options.municipality !== undefined) return chosenMunicipality(app, options)
  const checked = checkMunicipalityFile(document)
  return checked.ok ? chosenMunicipality(app, { municipality: checked.value.nisCode }) : checked
}

export function municipalityCommands(program: Command, summary: string): void {
  const municipality = noun(program, 'municipality', summary)

  const add = {
    name: 'add FILE',
    summary: 'Add a municipality from one validated JSON file (or update it with --update)',
    examples: ['municipality add zonnedorp.json', 'municipality add zonnedorp.json --update'],
    options: [
      municipalityOption,
      ['--update', 'record a new version of a municipality that is there'],
    ] as const,
  }
  verb(municipality, add, async (app, [file], options) => {
    const read = await readJson(file!)
    if (!read.ok) return read
    const facts = { document: read.document, by: operator }
    const known = options.update ? await toUpdate(app, options, read.document) : undefined
    if (known && !known.ok) return known
    const added = known
      ? await changeMunicipality(app, { ...facts, municipalityId: known.municipality.municipalityId })
      : await addMunicipality(app, facts)
    if (!added.ok) return added
    const { settings } = added
    const data = { slug: settings.slug, name: settings.name }
    return done(
      data,
      `${settings.name} (${settings.slug}) is recorded. Next: npx kiesloket staff add (who releases its letters), npx kiesloket election add FILE`,
    )
  })

  const list = { name: 'list', summary: 'List the municipalities', examples: ['municipality list --json'] }
  verb(municipality, list, async (app) => {
    const all = await listMunicipalities(app.database)
    return done(
      { items: all },
      ...all.map(({ slug, name, nisCode }) => `${slug.padEnd(24)} ${nisCode}  ${name}`),
    )
  })

  const show = {
    name: 'show',
    summary: 'Show the settings of a municipality',
    examples: ['municipality show -m zonnedorp'],
    options: [municipalityOption],
  }
  verb(municipality, show, async (app, _, options) => {
    const found = await chosenMunicipality(app, options)
    if (!found.ok) return found
    const { municipalityId } = found.municipality
    const settings = await app.database.inScope(staffOf(municipalityId), (db) =>
      getSettings(db, municipalityId),
    )
    return done(settings, JSON.stringify(settings, null, 2))
  })
}
