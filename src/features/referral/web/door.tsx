import { dayOf } from '#kernel/day.ts'
import { Hono, type Context } from 'hono'
import { nobody } from '#kernel/actor.ts'
import type { Env } from '#platform/http/env.ts'
import {
  access,
  becomeActor,
  countUse,
  countWrong,
  formFields,
  isSlowed,
  isWornOut,
  linkByHash,
  markLinkUsed,
  presentToken,
  saveLinkCode,
  showTooMany,
  startSession,
  workspacePage,
  type Link,
} from '#features/access/index.ts'
import { organizationContact } from '#features/directory/index.ts'
import { writeMessage } from '#features/messaging/index.ts'
import { Button, ErrorSummary, Form, Notice, SummaryList, TextField } from '#ui/index.ts'
import { note } from '../moves.ts'
import { writeToOrganization } from '../sending.ts'
import { isTerminal } from '../domain/referral.ts'
import { glanceByHash, referralById, type Glance } from '../store.ts'
import { actingOf } from './acting.ts'

/** The organization's way in from its mail: a GET shows the least and changes nothing, the POST trades the token for a session. */
export const referralDoor = new Hono<Env>()

referralDoor.get('/r/:token', access('nobody', 'link'), async (c) => {
  const { glance } = await find(c)
  if (!glance) return showStale(c, 'unknown')
  if (glance.expiresAt < c.var.now) return showStale(c, 'expired')
  const { t, services } = c.var
  const { token, requestKey } = formFields(c)
  const need = (glance.needId && services.reference.words('fr').needs[glance.needId]?.title) ?? '—'
  return workspacePage(c, {
    title: t('referral.door.title'),
    children: (
      <>
        <h1>{t('referral.door.title')}</h1>
        <SummaryList
          rows={[
            { key: t('referral.door.for'), value: glance.organizationName },
            { key: t('referral.door.sender'), value: services.config.serviceName },
            { key: t('referral.door.need'), value: need },
            { key: t('referral.door.initials'), value: <bdi>{glance.initial ? `${glance.initial}.` : '—'}</bdi> },
          ]}
        />
        <Form action={`/r/${c.req.param('token')}`} token={token} requestKey={requestKey}>
          <Button kind="primary">{t('referral.door.open')}</Button>
        </Form>
        <p class="muted">{t('referral.door.trace')}</p>
      </>
    ),
  })
})

referralDoor.post('/r/:token', access('nobody', 'link'), async (c) => {
  if (await isSlowed(c, 'referral')) return showTooMany(c)
  const { glance, link, tokenHash } = await find(c)
  if (!glance || !link || link.expiresAt < c.var.now) {
    if (!glance) countWrong(c, 'referral')
    return showStale(c, glance ? 'expired' : 'unknown')
  }
  if (c.var.actor.kind === 'link' && c.var.actor.referralId === glance.referralId)
    return c.redirect(`/workspace/referrals/${glance.referralId}`, 303)
  await becomeActor(c, nobody)
  if (!(await markLinkUsed(c.var.db, tokenHash, c.var.now))) return sendCode(c, link, tokenHash)
  return enter(c, glance)
})

/** A second browser proves that it reads the same mailbox: six digits, fifteen minutes, few tries. */
referralDoor.post('/r/:token/code', access('nobody', 'link'), async (c) => {
  if (await isSlowed(c, 'referral-code')) return showTooMany(c)
  const { glance, link, tokenHash } = await find(c)
  if (!glance || !link || link.expiresAt < c.var.now) return showStale(c, 'unknown')
  if (await isWornOut(c, 'code', link.id)) return showTooMany(c)
  const given = (c.var.form.get('code') ?? '').replace(/\D/g, '')
  const right =
    link.codeHash !== null &&
    link.codeExpiresAt !== null &&
    link.codeExpiresAt > c.var.now &&
    c.var.services.secrets.hash('code', `${link.id}${given}`) === link.codeHash
  if (!right) {
    countWrong(c, 'referral-code')
    countUse(c, 'code', link.id)
    return showCode(c, true)
  }
  await saveLinkCode(c.var.db, tokenHash, null, null)
  return enter(c, glance)
})

/** A new link goes to the organization's confirmed contact and nowhere else; the words are the same for any token. */
referralDoor.post('/r/:token/new', access('nobody', 'link'), async (c) => {
  if (await isSlowed(c, 'renew')) return showTooMany(c)
  countWrong(c, 'renew')
  const { glance, link } = await find(c)
  if (glance && link?.emailSealed) {
    await becomeActor(c, {
      kind: 'link',
      linkId: link.id,
      referralId: glance.referralId,
      organizationId: glance.organizationId,
      label: glance.organizationName,
    })
    const referral = await referralById(c.var.db, glance.referralId)
    const contact = await organizationContact(c.var.db, glance.organizationId, dayOf(c.var.now))
    if (referral && contact && !isTerminal(referral.status))
      await writeToOrganization(
        actingOf(c),
        referral,
        contact.emailSealed,
        c.var.services.config.serviceName,
        c.var.now,
      )
  }
  const { t } = c.var
  return workspacePage(c, {
    title: t('referral.door.sent'),
    children: (
      <>
        <h1>{t('referral.door.sent')}</h1>
        <p>{t('referral.door.sent-text')}</p>
      </>
    ),
  })
})

async function enter(c: Context<Env>, glance: Glance) {
  const { referralId, organizationId, organizationName } = glance
  await startSession(c, 'link', { referralId, organizationId })
  await becomeActor(c, {
    kind: 'link',
    linkId: c.var.services.newId(),
    referralId,
    organizationId,
    label: organizationName,
  })
  const referral = await referralById(c.var.db, referralId)
  if (referral?.businessStatus === 'delivered')
    await note(actingOf(c), referral, 'target', 'opened', { businessStatus: 'opened' })
  return c.redirect(`/workspace/referrals/${referralId}`, 303)
}

async function sendCode(c: Context<Env>, link: Link, tokenHash: string) {
  if (await isWornOut(c, 'code sent', link.id)) return showTooMany(c)
  countUse(c, 'code sent', link.id)
  const { services, db, now } = c.var
  const code = services.newCode()
  await saveLinkCode(
    db,
    tokenHash,
    services.secrets.hash('code', `${link.id}${code}`),
    new Date(now.getTime() + 15 * 60_000),
  )
  if (link.emailSealed)
    await writeMessage(
      services,
      db,
      {
        template: 'referral-code',
        to: services.secrets.decrypt(link.emailSealed),
        language: 'fr',
        values: { code },
        referralId: link.referralId,
      },
      now,
    )
  return showCode(c, false)
}

function showCode(c: Context<Env>, wrong: boolean) {
  const { t } = c.var
  const { token, requestKey } = formFields(c)
  const error = wrong ? t('referral.code.wrong') : undefined
  return workspacePage(c, {
    title: t('referral.code.title'),
    status: wrong ? 422 : 200,
    children: (
      <>
        {error && <ErrorSummary title={t('common.error-summary')} errors={[{ href: '#code', text: error }]} />}
        <h1>{t('referral.code.title')}</h1>
        <p>{t('referral.code.text')}</p>
        <Form action={`/r/${c.req.param('token') ?? ''}/code`} token={token} requestKey={requestKey}>
          <TextField
            name="code"
            label={t('referral.code.label')}
            inputmode="numeric"
            autocomplete="one-time-code"
            maxlength={12}
            error={error}
          />
          <Button kind="primary">{t('common.continue')}</Button>
        </Form>
      </>
    ),
  })
}

function showStale(c: Context<Env>, why: 'unknown' | 'expired') {
  const { t } = c.var
  const { token, requestKey } = formFields(c)
  return workspacePage(c, {
    title: t(`referral.stale.${why}`),
    status: why === 'unknown' ? 404 : 410,
    children: (
      <>
        <h1>{t(`referral.stale.${why}`)}</h1>
        <Notice kind="info">{t('referral.stale.text', { phone: c.var.services.config.officePhone })}</Notice>
        <Form action={`/r/${c.req.param('token') ?? ''}/new`} token={token} requestKey={requestKey}>
          <Button kind="primary">{t('referral.stale.new')}</Button>
        </Form>
      </>
    ),
  })
}

async function find(c: Context<Env>) {
  const tokenHash = await presentToken(c, c.req.param('token') ?? '')
  const found = await linkByHash(c.var.db, tokenHash)
  const link = found?.purpose === 'referral' ? found : undefined
  return { tokenHash, link, glance: link ? await glanceByHash(c.var.db, tokenHash) : undefined }
}
