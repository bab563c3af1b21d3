import type { Profile } from '#kernel/profile.ts'

/** What a person ticked in "what have you already done?": the option, and the step it is. */
const stepOfOption: Record<string, string> = {
  sin: 'sin',
  ramq: 'ramq-register',
  bank: 'bank-account',
  lease: 'lease',
  school: 'school-register',
  licence: 'licence-exchange',
  taxes: 'tax-return',
  french: 'fq-apply',
  doctor: 'family-doctor',
}

/** What the answer about health cover says is done: who has it need not ask for it. */
const stepOfCover: Record<string, string> = { ramq: 'ramq-register', ifhp: 'ifhp', private: 'bridge-insurance' }

/** The steps that a person's answers say are done. */
export function toldAsDone(profile: Profile): string[] {
  const told = profile['done_already']
  const cover = stepOfCover[String(profile['health_cover'])]
  return [
    ...(typeof told === 'object' ? told.flatMap((option) => stepOfOption[option] ?? []) : []),
    ...(cover ? [cover] : []),
  ]
}
