import { dayOf } from '#kernel/day.ts'
import type { Env } from '#platform/http/env.ts'
import type { Step } from '#platform/reference/schema.ts'
import { dayInWords, weekdayInWords } from '#platform/text/dates.ts'
import type { PlannedStep } from '../domain/rules.ts'

/** A promise the ministry made and counts itself: it stands instead of any window of the step. */
export type Promised = { stepId: string; day: string } | undefined

/** In which language something is told, and on which day; a request's own, or the French beside it. */
export type Voice = Pick<Env['Variables'], 't' | 'language' | 'now' | 'services'>

export function stepOf({ services }: Pick<Voice, 'services'>, id: string): Step {
  const found = services.reference.steps.find((step) => step.id === id)
  if (!found) throw new Error(`No step is called ${id}.`)
  return found
}

export function wordsOf({ services, language }: Pick<Voice, 'services' | 'language'>, id: string) {
  const words = services.reference.words(language).steps[id]
  if (!words) throw new Error(`No words for step ${id}.`)
  return words
}

/** When, and how that was counted; a date of one's own letter is asked for, never computed. */
export function dateText(voice: Voice, step: PlannedStep, promised: Promised): string {
  const { t, language, now } = voice
  if (promised?.stepId === step.id) return t('plan.when.promised', { day: weekdayInWords(promised.day, language) })
  const words = wordsOf(voice, step.id)
  const { timing } = step
  if (timing.kind === 'dated' && timing.anchor === 'letter')
    return t(step.late ? 'plan.when.letter-late' : 'plan.when.letter', {
      day: weekdayInWords(timing.anchorDay, language),
    })
  if (step.ownNotice) return words.ownNotice ?? t('plan.when.own-notice')
  if (step.id === 'aq-meeting' || timing.kind !== 'dated') return words.when
  const { from, to } = timing
  const counted = countedFrom(voice, timing)
  const today = dayOf(now)
  if (step.late) return `${t('plan.when.late', { day: dayInWords(to ?? from, language) })} ${counted}`.trim()
  if (to !== null && to < today) return t('plan.when.soon')
  const { hardDeadline } = stepOf(voice, step.id).when
  if (from > today && !hardDeadline)
    return `${t('plan.when.from', { day: dayInWords(from, language) })} ${counted}`.trim()
  if (to !== null && !hardDeadline)
    return `${t('plan.when.advised', { day: dayInWords(to, language) })} ${counted}`.trim()
  const until = to
    ? t('plan.when.until', { day: dayInWords(to, language) })
    : t('plan.when.from', { day: dayInWords(from, language) })
  return `${until} ${counted}`.trim()
}

function countedFrom({ t, language }: Voice, { anchor, anchorDay }: { anchor: string; anchorDay: string }): string {
  const day = dayInWords(anchorDay, language)
  if (anchor === 'arrival' || anchor === 'pr') return t('plan.when.from-arrival', { day })
  if (anchor === 'permit_expiry') return t('plan.when.from-permit', { day })
  return anchor === 'tax_year' ? t('plan.when.from-tax-year', { day }) : ''
}
