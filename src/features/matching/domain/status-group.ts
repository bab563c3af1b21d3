/** Kinds of status, wide enough that a count says nothing of a person. */
const groups: Readonly<Record<string, readonly string[]>> = {
  permanent: ['pr_economic', 'pr_family', 'pr_refugee_state', 'pr_refugee_sponsored', 'pr_humanitarian', 'csq_abroad'],
  asylum: ['protected_person', 'asylum_claimant', 'asylum_refused'],
  temporary: ['tfw_closed', 'tfw_agri', 'imp_closed', 'open_permit', 'pgwp', 'spouse_temp', 'cuaet', 'trp', 'visitor'],
  student: ['student'],
  none: ['no_status'],
  citizen: ['citizen'],
}

/** The kind of a status; `unknown` when none was said. */
export function statusGroupOf(status: string | undefined): string {
  return Object.keys(groups).find((group) => status !== undefined && groups[group]?.includes(status)) ?? 'unknown'
}
