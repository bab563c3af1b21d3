import { isUrgentOnly, type Language } from '#kernel/language.ts'
import { dayInWords, momentInWords } from '#platform/text/dates.ts'
import type { Translate, Words } from '#platform/text/words.ts'

/**
 * Every mail we write: a subject, a few sentences, at most two links. Nothing of safety, status or need in any of them, nor the name of
 * an organization in one to a person. A reminder names its day and its matter, in words that tell no status.
 */
export const templates = [
  'registration',
  'sign-in',
  'plan-link',
  'check-in',
  'reminder',
  'staff-sign-in',
  'referral-request',
  'referral-code',
  'referral-accepted',
  'referral-declined',
  'referral-witness',
  'consent-asked',
  'consent-recorded',
  'referral-ended',
  'referral-cancelled',
  'listing',
] as const
export type Template = (typeof templates)[number]
/** Written of the service's own accord: its second link ends such mails. */
export const isStoppable = (template: string): boolean => template === 'check-in' || template === 'reminder'

export type TemplateValues = {
  link?: string
  otherLink?: string
  name?: string
  organization?: string
  sender?: string
  date?: string
  day?: string
  topic?: string
  /** For whom a date is, where not for the reader alone: a word each, of `whoms`. */
  whom?: string
  code?: string
}

export type Mail = { subject: string; text: string }

/** The mail in the person's language, French below it; in a language for urgent pages, one line that says that it is French. */
export function renderMail(
  words: Words,
  serviceName: string,
  phone: string,
  template: string,
  language: Language,
  values: TemplateValues,
): Mail {
  const body = (each: Language) => bodyOf(words.in(each), template, inWords(values, each), serviceName, phone)
  if (isUrgentOnly(language)) {
    const { subject, text } = body('fr')
    return { subject, text: `${words.in(language)('mail.in-french', { phone })}\n\n${text}` }
  }
  const own = body(language)
  if (
    language === 'fr' ||
    template.startsWith('staff-') ||
    template === 'referral-request' ||
    template === 'referral-code' ||
    template === 'listing'
  )
    return own
  const french = body('fr')
  return { subject: own.subject, text: `${own.text}\n\n— Français —\n\n${french.text}` }
}

/** A moment or a day is kept as one, and said in the words of each half. */
function inWords(values: TemplateValues, language: Language): TemplateValues {
  const { date, day } = values
  return {
    ...values,
    ...(date ? { date: momentInWords(new Date(date), language) } : {}),
    ...(day ? { day: dayInWords(day, language) } : {}),
  }
}

function bodyOf(t: Translate, template: string, values: TemplateValues, service: string, phone: string): Mail {
  const { link = '', otherLink = '', name = '', organization = '', sender = '', date = '', code = '' } = values
  const sign = `${service}\n${t('mail.phone', { phone })}`
  const mail = (subject: string, ...lines: string[]): Mail => ({
    subject,
    text: [...lines.filter(Boolean), sign].join('\n\n'),
  })
  const accepted = date ? t('mail.referral-accepted.with-date', { date }) : t('mail.referral-accepted.text')
  const bodies: Record<Template, () => Mail> = {
    registration: () =>
      mail(
        t('mail.registration.subject', { service }),
        t('mail.hello', { name }),
        t('mail.registration.text'),
        link,
        t('mail.registration.after'),
      ),
    'sign-in': () =>
      mail(t('mail.sign-in.subject', { service }), t('mail.sign-in.text'), link, t('mail.sign-in.after')),
    'plan-link': () =>
      mail(t('mail.plan-link.subject', { service }), t('mail.plan-link.text'), link, t('mail.sign-in.after')),
    'check-in': () =>
      mail(
        t('mail.check-in.subject', { service }),
        t('mail.hello', { name }),
        t('mail.check-in.text'),
        link,
        t('mail.stop'),
        otherLink,
      ),
    reminder: () =>
      mail(
        t('mail.reminder.subject', { service }),
        t('mail.hello', { name }),
        whomText(t, values),
        reminderText(t, values),
        values.whom ? t('mail.reminder.see-all') : t('mail.reminder.see'),
        link,
        t('mail.stop'),
        otherLink,
      ),
    listing: () =>
      mail(
        t('mail.listing.subject', { organization }),
        t(sender === 'remind' ? 'mail.listing.again' : 'mail.listing.text', { service: values.topic ?? '' }),
        link,
        t('mail.listing.after'),
      ),
    'staff-sign-in': () =>
      mail(
        t('mail.staff-sign-in.subject', { service }),
        t('mail.staff-sign-in.text'),
        link,
        t('mail.staff-sign-in.after'),
      ),
    'referral-request': () =>
      mail(
        t('mail.referral-request.subject', { service }),
        t('mail.referral-request.text', { sender, organization }),
        link,
        t('mail.referral-request.after'),
      ),
    'referral-code': () => mail(t('mail.referral-code.subject'), t('mail.referral-code.text', { code })),
    'referral-accepted': () =>
      mail(
        t('mail.referral-accepted.subject'),
        t('mail.hello', { name }),
        accepted,
        link,
        t('mail.referral-accepted.witness'),
        otherLink,
      ),
    'referral-declined': () =>
      mail(t('mail.referral-declined.subject'), t('mail.hello', { name }), t('mail.referral-declined.text'), link),
    'referral-witness': () =>
      mail(t('mail.referral-witness.subject'), t('mail.hello', { name }), t('mail.referral-witness.text'), link),
    'referral-cancelled': () =>
      mail(t('mail.referral-cancelled.subject'), t('mail.hello', { name }), t('mail.referral-cancelled.text'), link),
    'referral-ended': () => mail(t('mail.referral-ended.subject'), t('mail.referral-ended.text', { organization })),
    'consent-asked': () =>
      mail(
        t('mail.consent-asked.subject'),
        t('mail.hello', { name }),
        t('mail.consent-asked.text', { sender }),
        link,
        t('mail.consent-asked.after'),
      ),
    'consent-recorded': () =>
      mail(
        t('mail.consent-recorded.subject'),
        t('mail.hello', { name }),
        t('mail.consent-recorded.text', { sender }),
        t('mail.consent-recorded.back'),
        link,
      ),
  }
  const known = templates.find((each) => each === template)
  if (!known) throw new Error(`No mail is called ${template}.`)
  return bodies[known]()
}

const whoms = ['you', 'spouse', 'child', 'parent', 'other'] as const

/** For whom a date is, in general words: a mail may be read by others, and carries no name but the reader's. */
function whomText(t: Translate, { whom }: TemplateValues): string {
  if (!whom) return ''
  const words = whom.split(' ')
  const lines = whoms.flatMap((each) => {
    const count = words.filter((word) => word === each).length
    if (count === 0) return []
    return [`– ${each === 'you' ? t('mail.reminder.whom.you') : t(`mail.reminder.whom.${each}`, { count })}`]
  })
  return [t('mail.reminder.whom'), ...lines].join('\n')
}

const dated = ['restore', 'licence', 'charter', 'pr-card', 'tax', 'permit'] as const

function reminderText(t: Translate, { topic, day = '' }: TemplateValues): string {
  const about = dated.find((each) => each === topic)
  return about ? t(`mail.reminder.${about}`, { day }) : t('mail.reminder.benefits')
}
