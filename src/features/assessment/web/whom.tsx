import type { Context } from 'hono'
import type { Env } from '#platform/http/env.ts'
import { Bidi } from '#ui/index.ts'

/** A heading says whom it is about where that is not the person who reads it. */
export function Whom({ c, about, text }: { c: Context<Env>; about: string | undefined; text: string }) {
  if (about === undefined) return <>{text}</>
  return (
    <>
      {c.var.t('assessment.about')} <Bidi>{about}</Bidi> – {text}
    </>
  )
}
