import { staffRoles } from '../src/municipalities/index.ts'

const meanings: Readonly<Record<keyof typeof staffRoles, string>> = {
  lezer: 'Sees how a campaign stands',
  medewerker: 'Makes the campaign, up to asking for the release',
  vrijgever: 'Asks for a release, or decides on one that another asked for',
  loket: 'Finds a voter at the counter and gives a duplicate',
  stembureaus: 'Keeps the polling bureaus',
  griffier:
    'Magistrate and registrar: look at the bureaus, draw, decide on excuses, open what is behind them',
  beheerder: "Keeps the municipality's settings and staff, sees who did what",
  uitbater: 'Runs the installation',
}

/** The roles as the page for integrators shows them. */
export function rolesTable(): string {
  const rows = Object.entries(staffRoles).map(
    ([role, rights]) =>
      `| \`${role}\` | ${meanings[role as keyof typeof staffRoles]} | ${rights.map((right) => `\`${right}\``).join(' ')} |`,
  )
  return ['| Role | Who | Rights |', '| --- | --- | --- |', ...rows].join('\n')
}
