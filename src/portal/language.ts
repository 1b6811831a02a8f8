import type { Context } from 'hono'
import type { MunicipalitySettings } from '../municipalities/index.ts'
import { giveCookie, readCookie } from '../platform/http/cookies.ts'
import { type InEachLanguage, isLanguage, type Language, languages } from '../platform/language.ts'
import { cookieNames, siteOfPage } from './cookies.ts'
import type { PortalDeps } from './portal-deps.ts'

export type { Language }
export { languages }

type Config = PortalDeps['config']

/** Each in itself, so that who reads no other finds it. */
export const languageNames: InEachLanguage<string> = {
  nl: 'Nederlands',
  fr: 'Français',
  de: 'Deutsch',
  en: 'English',
}

/** Behind an address it asks for the page in a language. A link that somebody else made may carry it. */
export const languageQuery = 'taal'
/** In seconds: a year. */
const remembered = 365 * 24 * 3600

/**
 * The language of this page: the one its address asks for, or was chosen before; otherwise Dutch, the language of the
 * administration, whatever the browser prefers.
 */
export function languageOf(context: Context, config: Config, municipality?: PageLanguages): Language {
  return offered(askedFor(context) ?? chosenBefore(context, config) ?? 'nl', municipality)
}

type PageLanguages = Pick<MunicipalitySettings, 'pageLanguages'>

/** In which languages the pages of a municipality can be read; those of nobody in all. */
export function languagesOf(municipality: PageLanguages | undefined): readonly Language[] {
  return languages.filter((one) => municipality?.pageLanguages?.includes(one) ?? true)
}

/** A language in which a municipality offers its pages: the one asked for, or else Dutch. */
export function offered(language: Language, municipality: PageLanguages | undefined): Language {
  return languagesOf(municipality).includes(language) ? language : 'nl'
}

/** Keeps what the address asks for, for the pages that follow. A browser of which nobody asked anything gets no cookie. */
export function rememberLanguage(context: Context, config: Config): void {
  const asked = askedFor(context)
  if (asked && asked !== chosenBefore(context, config))
    giveCookie(context, siteOfPage(context, config), cookieNames.language, asked, remembered)
}

/** Tells whoever keeps this page which language it is in, and that the same address has it in others. */
export function tellLanguage(context: Context, config: Config, language: Language): void {
  rememberLanguage(context, config)
  context.header('Content-Language', language)
  context.header('Vary', 'Cookie', { append: true })
}

/** Where this page is in another language. */
export function addressIn(context: Context, language: Language): string {
  const { pathname, searchParams } = new URL(context.req.url)
  searchParams.set(languageQuery, language)
  return `${pathname}?${searchParams}`
}

/**
 * The `lang` of a text inside a page; nothing when the page itself is in it. What a municipality wrote is Dutch on every page, and
 * a screen reader has to know it.
 */
export function langOf(text: Language, page: Language): Language | undefined {
  return text === page ? undefined : text
}

function askedFor(context: Context): Language | undefined {
  return known(context.req.query(languageQuery))
}

function chosenBefore(context: Context, config: Config): Language | undefined {
  return known(readCookie(context, siteOfPage(context, config), cookieNames.language))
}

function known(text: string | undefined): Language | undefined {
  return isLanguage(text) ? text : undefined
}
