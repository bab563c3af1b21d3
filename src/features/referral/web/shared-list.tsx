import type { Context } from 'hono'
import type { Env } from '#platform/http/env.ts'
import { Bidi, French, SummaryList } from '#ui/index.ts'
import type { Content } from '../content.ts'

/** What the organization will read, word for word: on the person's screen, and before the agent who reads it aloud. */
export function SharedList({ c, content, needId }: { c: Context<Env>; content: Content; needId: string }) {
  const { t } = c.var
  return (
    <SummaryList
      rows={[
        { key: t('consent.item.name'), value: <Bidi>{content.firstName}</Bidi> },
        { key: t('consent.item.email'), value: <bdi dir="ltr">{content.email}</bdi> },
        {
          key: t('consent.item.language'),
          value:
            c.var.services.reference.words(c.var.language).questions['prefer_language']?.options[content.language] ??
            content.language,
        },
        ...(content.city ? [{ key: t('consent.item.city'), value: <French>{content.city}</French> }] : []),
        {
          key: t('consent.item.need'),
          value:
            c.var.language === 'fr' ? (
              content.needTitle
            ) : (
              <>
                {c.var.services.reference.words(c.var.language).needs[needId]?.title} –{' '}
                <French>{content.needTitle}</French>
              </>
            ),
        },
        ...(content.words ? [{ key: t('consent.item.words'), value: <Bidi>{content.words}</Bidi> }] : []),
        ...(content.done.length > 0
          ? [
              {
                key: t('consent.item.done'),
                value: (
                  <French>
                    <ul>
                      {content.done.map((each) => (
                        <li>{each}</li>
                      ))}
                    </ul>
                  </French>
                ),
              },
            ]
          : []),
        ...(content.steps.length > 0
          ? [
              {
                key: t('consent.item.steps'),
                value: (
                  <ul>
                    {content.steps.map(({ id, title }) => (
                      <li>
                        {c.var.services.reference.words(c.var.language).steps[id]?.title ?? <French>{title}</French>}
                      </li>
                    ))}
                  </ul>
                ),
              },
            ]
          : []),
      ]}
    />
  )
}
