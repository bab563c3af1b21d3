import { dayOf } from '#kernel/day.ts'
import { accept, refuse } from '#kernel/result.ts'
import { startSession } from '#features/access/index.ts'
import { personById, type Taps } from '#features/identity/index.ts'
import { latestCheckIn } from '../domain/reminders.ts'
import { saveStop } from '../reminder-store.ts'

/** By one button of a mail: two minutes on how it goes, and "no more reminders". */
export const planTaps: Taps = {
  'check-in': {
    says: (t) => ({
      title: t('plan.check-in.open-title'),
      text: t('plan.check-in.open-text'),
      button: t('plan.check-in.open'),
    }),
    act: async (c) => {
      const { actor, db, now, language } = c.var
      const person = actor.kind === 'newcomer' ? await personById(db, actor.personId) : undefined
      if (actor.kind !== 'newcomer' || !person) return refuse('gone')
      await startSession(c, 'newcomer', { fileId: actor.fileId, personId: actor.personId })
      c.var.traces.push({ action: 'session.opened', fileId: actor.fileId })
      return accept({ to: `/${language}/check-in/${latestCheckIn(dayOf(person.registeredAt), dayOf(now))}` })
    },
  },
  unsubscribe: {
    oneClick: true,
    says: (t) => ({ title: t('plan.stop.title'), text: t('plan.stop.text'), button: t('plan.stop.button') }),
    act: async (c) => {
      const { actor, db, now, t } = c.var
      if (actor.kind !== 'newcomer') return refuse('gone')
      await saveStop(db, actor.fileId, now)
      return accept({ title: t('plan.stop.done'), text: t('plan.stop.done-text') })
    },
  },
}
