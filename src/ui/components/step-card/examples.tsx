import type { Example } from '../../example.ts'
import { Button } from '../button/button.tsx'
import { Details } from '../details/details.tsx'
import { French } from '../french/french.tsx'
import { Tag } from '../tag/tag.tsx'
import { StepCard } from './step-card.tsx'

export const examples: Example[] = [
  {
    name: 'à faire, pressant',
    render: () => (
      <StepCard
        anchorId="step-nas"
        number={1}
        urgent
        title="Demander votre numéro d’assurance sociale (NAS)"
        tag="À faire cette semaine"
        dateText="Avant le 3 avril 2026"
        why="Sans ce numéro, un employeur ne peut pas vous payer. Débloque 3 étapes."
        details={
          <Details summary="Comment faire">
            <ol>
              <li>Prenez votre passeport et votre permis.</li>
              <li>Faites la demande en ligne ou dans un Centre Service Canada.</li>
            </ol>
          </Details>
        }
        actions={
          <>
            <Button kind="primary">C’est fait</Button>
            <Button kind="plain">J’ai besoin d’aide</Button>
          </>
        }
      />
    ),
  },
  {
    name: 'faite',
    render: () => (
      <StepCard
        anchorId="step-bank"
        title="Ouvrir un compte de banque"
        tag={<Tag tone="neutral">Fait</Tag>}
        dateText="Le 30 mars 2026"
        why="Pour recevoir votre paie et payer votre loyer."
        details=""
      />
    ),
  },
  {
    name: 'en arabe',
    lang: 'ar',
    dir: 'rtl',
    render: () => (
      <StepCard
        anchorId="step-health"
        number={2}
        title="طلب بطاقة التأمين الصحي"
        tag={<Tag tone="blue">للإكمال</Tag>}
        dateText="قبل 10 أبريل 2026"
        why={
          <>
            تصدرها <French>Régie de l’assurance maladie du Québec</French>.
          </>
        }
        details=""
        actions={<Button kind="primary">تم</Button>}
      />
    ),
  },
]
