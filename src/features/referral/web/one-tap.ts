import type { Context } from 'hono'
import type { Env } from '#platform/http/env.ts'
import type { Link } from '#features/access/index.ts'
import type { Tap, Taps } from '#features/identity/index.ts'
import { refuse } from '#kernel/result.ts'
import { confirmReceived, withdrawConsent } from '../answering.ts'
import { actingOf } from './acting.ts'

/** By one button of a mail: "I was received", and "take my consent back". */
export const referralTaps: Taps = { witness: tapOf('witness'), withdraw: tapOf('withdraw') }

function tapOf(kind: 'witness' | 'withdraw'): Tap {
  return {
    says: (t) => ({
      title: t(`referral.tap.${kind}.title`),
      text: t(`referral.tap.${kind}.text`),
      button: t(`referral.tap.${kind}.button`),
    }),
    act: async (c: Context<Env>, { referralId }: Link) => {
      if (!referralId) return refuse('unknown-referral')
      const ended =
        kind === 'withdraw'
          ? await withdrawConsent(actingOf(c), referralId)
          : await confirmReceived(actingOf(c), referralId)
      const { t } = c.var
      return ended.ok
        ? { ok: true, value: { title: t(`referral.tap.${kind}.done`), text: t(`referral.tap.${kind}.done-text`) } }
        : ended
    },
  }
}
