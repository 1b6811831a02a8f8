/** The scopes that the stand-in knows, as the federal registry and MAGDA name them. */
export const scopes = {
  /** Publish for one's own organisation on the federal registry. */
  publish: 'scope:document:management:consult:ws-eboxrestentreprise:publicationsender',
  /** Publish on behalf of another enterprise. The public pages print the name in two ways; both are accepted. */
  publishForOthers: 'scope:document:management:ws-eboxrestentreprise:eboxrepresentativepublication',
  publishForOthersLongForm:
    'scope:document:management:consult:ws-eboxrestentreprise:eboxrepresentativepublication',
  readReferenceData: 'scope:document:management:consult:ws-eboxrestentreprise:referencedata',
  /** MAGDA Documentendienst: send a message, ask for its status. */
  magdaSend: 'msg_msg_v1_P',
  magdaStatus: 'msg_statuses_v1_P',
} as const

export const scopesForOthers: readonly string[] = [scopes.publishForOthers, scopes.publishForOthersLongForm]

export const publishingScopes: readonly string[] = [scopes.publish, ...scopesForOthers]
