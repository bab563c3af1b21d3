import type { Context } from 'hono'
import type { Env } from '#platform/http/env.ts'
import type { Need, Program } from '#platform/reference/schema.ts'
import { dayOf } from '#kernel/day.ts'
import type { Profile } from '#kernel/profile.ts'
import { telOf } from '#platform/text/phone.ts'
import { publicPage } from '#features/access/index.ts'
import { programsForNeed, type Eligibility } from '#features/eligibility/index.ts'
import { BackLink, Card, French, Notice, PhoneList, SummaryList, Tag } from '#ui/index.ts'
import { placeOf } from '#features/assessment/index.ts'
import type { Plan } from '../domain/rules.ts'
import { whoAnswers } from '../responsibility.ts'
import { sourceText } from './facts.tsx'

const tones = { yes: 'green', 'to-check': 'yellow', no: 'neutral' } as const

/**
 * Four questions, kept apart: may I use it, who pays for it, is there a place, is it a right, a duty or a tip. Nothing is decided
 * here: each answer says its rule, the day of the rule and what was read, and a person is one call away.
 */
export function showNeed(c: Context<Env>, need: Need, plan: Plan, profile: Profile) {
  const { t, language, services, now } = c.var
  const words = services.reference.words(language).needs[need.id]
  const region = placeOf(services.reference, profile)?.region ?? null
  const found = programsForNeed(services.reference, need.id, profile, region, dayOf(now))
  const office = whoAnswers(services.reference, plan, profile, need.id, dayOf(now)).kind === 'office'
  return publicPage(c, {
    title: t('plan.need.who'),
    exit: true,
    children: (
      <>
        <BackLink href={`${c.var.base}/plan`}>{t('plan.back')}</BackLink>
        <h1>{words?.title ?? need.id}</h1>
        {words?.why && <p class="lead">{words.why}</p>}
        {need.services && (
          <p>
            <a href={`/${language}/services?need=${need.id}`}>{t('plan.need.services')}</a>
          </p>
        )}
        <h2>{t('plan.need.programs')}</h2>
        {office && <Notice kind="info">{t('plan.need.no-program')}</Notice>}
        {found.length > 0 && <p>{t('plan.need.not-decided')}</p>}
        {found.map((each) => (
          <ProgramCard c={c} eligibility={each} profile={profile} />
        ))}
        <h2>{t('plan.need.talk')}</h2>
        <PhoneList
          lines={[
            {
              name: t('assessment.start.office'),
              tel: telOf(services.config.officePhone),
              display: services.config.officePhone,
              note: t('plan.need.talk-text'),
            },
          ]}
        />
      </>
    ),
  })
}

function ProgramCard({ c, eligibility, profile }: { c: Context<Env>; eligibility: Eligibility; profile: Profile }) {
  const { t, language, services } = c.var
  const program = services.reference.programs.find((each) => each.id === eligibility.programId)
  const words = services.reference.words(language).programs[eligibility.programId]
  if (!program || !words) return null
  return (
    <Card title={words.title} level={3}>
      <p>{words.what}</p>
      <SummaryList
        rows={[
          { key: t('plan.need.may-use'), value: <MayUse c={c} eligibility={eligibility} profile={profile} /> },
          { key: t('plan.need.condition'), value: words.condition },
          { key: t('plan.need.pays'), value: <French>{program.officialBody}</French> },
          // a right or a duty has no places that could be taken
          ...(program.nature === 'service' ? [{ key: t('plan.need.place'), value: t('plan.need.place-unknown') }] : []),
          { key: t('plan.step.nature'), value: t(`plan.nature.${program.nature}`) },
        ]}
      />
      <p class="muted">
        {t('plan.need.rule')} <French>{program.officialName}</French>. {sourceText(c, program)}{' '}
        <Link program={program} />
      </p>
    </Card>
  )
}

function MayUse({ c, eligibility, profile }: { c: Context<Env>; eligibility: Eligibility; profile: Profile }) {
  const { t, language, services } = c.var
  const questions = services.reference.words(language).questions
  const read = eligibility.because.filter((id) => profile[id] !== undefined)
  return (
    <>
      <Tag tone={tones[eligibility.use]}>{t(`plan.use.${eligibility.use}`)}</Tag>
      {eligibility.grounds.length > 0 && (
        <ul>
          {eligibility.grounds.map((ground) => (
            <li>{t(`plan.ground.${ground}`)}</li>
          ))}
        </ul>
      )}
      {eligibility.missing.length > 0 && (
        <p>
          {t('plan.need.would-decide')}{' '}
          {eligibility.missing.map((id) => (
            <a href={`${c.var.base}/assessment/${id}`}>{questions[id]?.text ?? id}</a>
          ))}
        </p>
      )}
      {read.length > 0 && (
        <p class="muted">
          {t('plan.need.read')} {read.map((id) => questions[id]?.text ?? id).join(' · ')}
        </p>
      )}
    </>
  )
}

/** Where the rule can be read: its official page, else the source it was read in. */
function Link({ program }: { program: Program }) {
  const address = program.officialUrl ?? program.sources.find((each) => each.startsWith('https://'))
  return address ? (
    <a href={address} rel="noreferrer">
      <bdi dir="ltr">{new URL(address).hostname}</bdi>
    </a>
  ) : null
}
