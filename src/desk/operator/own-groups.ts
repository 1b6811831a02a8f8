import type { DocumentField } from '../document-form.ts'
import { formTexts } from './form-texts.nl.ts'

/** The fields of a municipality file that are not texts of its letter, by subject. */

const { fields: said, groups, hints } = formTexts

const choicesOf = <Value extends string>(labels: Readonly<Record<Value, string>>) =>
  (Object.entries(labels) as [Value, string][]).map(([value, label]) => ({ value, label }))
const asInstallation = { value: '', label: said.asInstallation }

export const firstGroups = [
  {
    id: 'wie',
    label: groups.identity,
    fields: [
      { path: 'name', label: said.name, hint: said.nameHint },
      { path: 'slug', label: said.slug, hint: said.slugHint, width: 20 },
      { path: 'nisCode', label: said.nisCode, hint: said.nisCodeHint, width: 5 },
      { path: 'enterpriseNumber', label: said.enterpriseNumber, hint: said.enterpriseNumberHint, width: 10 },
    ] satisfies DocumentField[],
  },
  {
    id: 'taal',
    label: groups.languages,
    fields: [
      {
        path: 'languageRegime',
        label: said.languageRegime,
        hint: said.languageRegimeHint,
        choices: choicesOf(said.regimes),
      },
      {
        ...{ path: 'pageLanguages', label: said.pageLanguages, hint: said.pageLanguagesHint },
        ...{ lines: 4, isOptional: true },
      },
      { path: 'districts', label: said.districts, hint: said.districtsHint, lines: 3, isOptional: true },
      { path: 'postcodes', label: said.postcodes, hint: said.postcodesHint, lines: 3, isOptional: true },
    ] satisfies DocumentField[],
  },
] as const

export const lookGroup = {
  id: 'huisstijl',
  label: groups.appearance,
  hint: hints.appearance,
  fields: [
    { path: 'arms', label: said.arms, hint: said.armsHint, rows: 4, isOptional: true },
    { path: 'theme.colour', label: said.colour, hint: said.colourHint, width: 10, isOptional: true },
    { path: 'theme.line', label: said.line, hint: said.lineHint, width: 10, isOptional: true },
  ] satisfies DocumentField[],
} as const

export const noticeGroup = {
  id: 'burgers',
  label: groups.notices,
  hint: hints.notices,
  fields: [
    {
      ...{ path: 'notices.dataProtectionOfficer', label: said.dataProtectionOfficer },
      ...{ type: 'email', isOptional: true },
    },
    {
      ...{ path: 'notices.accessibility.status', label: said.accessibilityStatus, isOptional: true },
      choices: [{ value: '', label: said.notAssessed }, ...choicesOf(said.accessibilityStatuses)],
    },
    {
      ...{ path: 'notices.accessibility.assessedOn', label: said.assessedOn, hint: said.assessedOnHint },
      ...{ width: 10, isOptional: true },
    },
    {
      ...{ path: 'notices.accessibility.assessedBy', label: said.assessedBy, isOptional: true },
      choices: [{ value: '', label: said.notAssessed }, ...choicesOf(said.assessors)],
    },
    {
      ...{ path: 'notices.accessibility.limits', label: said.accessibilityLimits },
      ...{ hint: said.accessibilityLimitsHint, lines: 5, isOptional: true },
    },
    {
      ...{ path: 'reminder.daysBefore', label: said.reminderDays, hint: said.reminderDaysHint },
      ...{ width: 5, isOptional: true, is: 'number' },
    },
    {
      ...{ path: 'advisedHour.slotMinutes', label: said.advisedSlot, hint: said.advisedSlotHint },
      choices: [{ value: '', label: said.noAdvice }, ...choicesOf(said.advisedSlots)],
      ...{ isOptional: true, is: 'number' },
    },
    {
      ...{ path: 'advisedHour.from', label: said.advisedFrom, hint: said.advisedFromHint },
      ...{ width: 5, isOptional: true },
    },
    {
      ...{ path: 'advisedHour.until', label: said.advisedUntil, hint: said.advisedUntilHint },
      ...{ width: 5, isOptional: true },
    },
  ] satisfies DocumentField[],
} as const

export const eboxGroups = [
  {
    id: 'ebox',
    label: groups.ebox,
    fields: [
      {
        path: 'ebox.senderApplicationId',
        label: said.senderApplicationId,
        hint: said.senderApplicationIdHint,
      },
      { path: 'ebox.messageTypeId', label: said.messageTypeId, hint: said.messageTypeIdHint, width: 20 },
      {
        ...{ path: 'ebox.onBehalfOf', label: said.onBehalfOf, hint: said.onBehalfOfHint },
        choices: [
          { value: '', label: said.onBehalfOfNo },
          { value: 'true', label: said.onBehalfOfYes },
        ],
        ...{ isOptional: true, is: 'boolean' },
      },
    ] satisfies DocumentField[],
  },
  {
    id: 'eigen-weg',
    label: groups.eboxOwn,
    hint: hints.eboxOwn,
    fields: [
      {
        ...{ path: 'ebox.api', label: said.api, isOptional: true },
        choices: [asInstallation, ...choicesOf(said.apis)],
      },
      { path: 'ebox.baseUrl', label: said.baseUrl, hint: said.baseUrlHint, type: 'url', isOptional: true },
      { path: 'ebox.tokenUrl', label: said.tokenUrl, type: 'url', isOptional: true },
      { path: 'ebox.clientId', label: said.clientId, isOptional: true },
      {
        path: 'ebox.privateKeyFile',
        label: said.privateKeyFile,
        hint: said.privateKeyFileHint,
        isOptional: true,
      },
      {
        ...{ path: 'ebox.readStatus', label: said.readStatus, isOptional: true, is: 'boolean' },
        choices: [asInstallation, { value: 'true', label: said.yes }, { value: 'false', label: said.no }],
      },
      { path: 'ebox.consentUrl', label: said.consentUrl, type: 'url', isOptional: true },
    ] satisfies DocumentField[],
  },
  {
    id: 'snelheid',
    label: groups.limits,
    hint: hints.limits,
    fields: [
      {
        ...{ path: 'ebox.limits.concurrency', label: said.concurrency, width: 5 },
        ...{ isOptional: true, is: 'number' },
      },
      {
        ...{ path: 'ebox.limits.ratePerSecond', label: said.ratePerSecond, width: 5 },
        ...{ isOptional: true, is: 'number' },
      },
    ] satisfies DocumentField[],
  },
] as const

export const sealGroup = {
  id: 'zegel',
  label: groups.seal,
  hint: hints.seal,
  fields: [
    {
      ...{ path: 'seal.certificateFile', label: said.certificateFile, hint: said.certificateFileHint },
      isOptional: true,
    },
    {
      ...{ path: 'seal.privateKeyFile', label: said.sealKeyFile, hint: said.sealKeyFileHint },
      isOptional: true,
    },
  ] satisfies DocumentField[],
} as const
