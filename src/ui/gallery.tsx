import { PublicLayout } from './layouts/public.tsx'
import type { Example } from './example.ts'
import { examples as backLink } from './components/back-link/examples.tsx'
import { examples as bidi } from './components/bidi/examples.tsx'
import { examples as button } from './components/button/examples.tsx'
import { examples as buttonLink } from './components/button-link/examples.tsx'
import { examples as card } from './components/card/examples.tsx'
import { examples as choices } from './components/choices/examples.tsx'
import { examples as confirmPanel } from './components/confirm-panel/examples.tsx'
import { examples as dateField } from './components/date-field/examples.tsx'
import { examples as details } from './components/details/examples.tsx'
import { examples as emptyState } from './components/empty-state/examples.tsx'
import { examples as errorSummary } from './components/error-summary/examples.tsx'
import { examples as fileField } from './components/file-field/examples.tsx'
import { examples as form } from './components/form/examples.tsx'
import { examples as french } from './components/french/examples.tsx'
import { examples as notice } from './components/notice/examples.tsx'
import { examples as pager } from './components/pager/examples.tsx'
import { examples as phoneList } from './components/phone-list/examples.tsx'
import { examples as progress } from './components/progress/examples.tsx'
import { examples as queue } from './components/queue/examples.tsx'
import { examples as select } from './components/select/examples.tsx'
import { examples as statusTrack } from './components/status-track/examples.tsx'
import { examples as stepCard } from './components/step-card/examples.tsx'
import { examples as summaryList } from './components/summary-list/examples.tsx'
import { examples as tabs } from './components/tabs/examples.tsx'
import { examples as tag } from './components/tag/examples.tsx'
import { examples as textArea } from './components/text-area/examples.tsx'
import { examples as textField } from './components/text-field/examples.tsx'
import { examples as timeline } from './components/timeline/examples.tsx'

/** Every component with its examples, by name. */
export const shelves: readonly { component: string; examples: readonly Example[] }[] = [
  { component: 'BackLink', examples: backLink },
  { component: 'Bidi', examples: bidi },
  { component: 'Button', examples: button },
  { component: 'ButtonLink', examples: buttonLink },
  { component: 'Card', examples: card },
  { component: 'Choices', examples: choices },
  { component: 'ConfirmPanel', examples: confirmPanel },
  { component: 'DateField', examples: dateField },
  { component: 'Details', examples: details },
  { component: 'EmptyState', examples: emptyState },
  { component: 'ErrorSummary', examples: errorSummary },
  { component: 'FileField', examples: fileField },
  { component: 'Form', examples: form },
  { component: 'French', examples: french },
  { component: 'Notice', examples: notice },
  { component: 'Pager', examples: pager },
  { component: 'PhoneList', examples: phoneList },
  { component: 'Progress', examples: progress },
  { component: 'Queue', examples: queue },
  { component: 'Select', examples: select },
  { component: 'StatusTrack', examples: statusTrack },
  { component: 'StepCard', examples: stepCard },
  { component: 'SummaryList', examples: summaryList },
  { component: 'Tabs', examples: tabs },
  { component: 'Tag', examples: tag },
  { component: 'TextArea', examples: textArea },
  { component: 'TextField', examples: textField },
  { component: 'Timeline', examples: timeline },
]

const languages = [
  { lang: 'fr', dir: 'ltr', autonym: 'Français' },
  { lang: 'en', dir: 'ltr', autonym: 'English' },
  { lang: 'ar', dir: 'rtl', autonym: 'العربية' },
] as const

const words = {
  skip: 'Aller au contenu',
  languages: 'Langue',
  privacy: 'Vie privée',
  accessibility: 'Accessibilité',
  help: 'Aide',
  demo: 'Démonstration : toutes les personnes sont inventées',
}

/** The page /dev/ui: all that the look can show, in both directions. */
export function Gallery({ lang, dir }: { lang: string; dir: 'ltr' | 'rtl' }) {
  return (
    <PublicLayout
      lang={lang}
      dir={dir}
      title="Composants"
      serviceName="Accompagnement Québec"
      homeHref="/"
      languages={languages.map((each) => ({ ...each, href: `?lang=${each.lang}`, current: each.lang === lang }))}
      words={words}
      links={{ privacy: '#privacy', accessibility: '#accessibility', help: '#help' }}
      exit={{ action: '#exit', label: 'Quitter vite', formToken: 'token-of-the-gallery' }}
      phone={{ tel: '+14185550123', display: '418 555-0123', label: 'Parler à une personne' }}
      nav={[
        { href: '#home', label: 'Accueil', current: true },
        { href: '#plan', label: 'Plan', current: false },
        { href: '#help', label: 'Aide', current: false },
        { href: '#messages', label: 'Messages', current: false },
      ]}
    >
      <h1>Composants</h1>
      <p class="lead">Chaque composant avec ses exemples, tels que les personnes les voient.</p>
      {shelves.map(({ component, examples }) => (
        <section aria-labelledby={`shelf-${component}`}>
          <h2 id={`shelf-${component}`}>{component}</h2>
          {examples.map(({ name, render, lang: language, dir: direction }) => (
            <div>
              <p class="muted">{name}</p>
              <div lang={language ?? 'fr'} dir={direction}>
                {render()}
              </div>
            </div>
          ))}
        </section>
      ))}
    </PublicLayout>
  )
}
