import type { ShownVolunteer } from '../../../bureaus/index.ts'
import { Tag } from '../../../platform/http/components/index.ts'
import { texts } from './texts.nl.ts'

/** Whether somebody may sit, or why not; and what else the clerk has to know. Of who is in a seat that is no reason any more. */
export function WhatRulesSay({ volunteer }: { readonly volunteer: ShownVolunteer }) {
  const { whyNot, remarks, isUsed } = volunteer
  const reasons = whyNot.filter((code) => !(isUsed && code === 'seat'))
  const lines = [...reasons.map((code) => texts.whyNot[code]), ...remarks.map((code) => texts.remarks[code])]
  return (
    <>
      {reasons.length === 0 && <Tag colour="green">{texts.may}</Tag>} {lines.join(' ')}
    </>
  )
}
