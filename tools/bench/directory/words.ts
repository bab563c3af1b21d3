// What the synthetic directory is made of: names as Québec's organizations bear them, towns, and what services do.

/** Region, latitude, longitude; the first are the largest, and the most drawn. */
export const towns = [
  { name: 'Montréal', region: '06', lat: 45.51, lon: -73.57 },
  { name: 'Québec', region: '03', lat: 46.81, lon: -71.21 },
  { name: 'Laval', region: '13', lat: 45.57, lon: -73.75 },
  { name: 'Gatineau', region: '07', lat: 45.48, lon: -75.7 },
  { name: 'Longueuil', region: '16', lat: 45.53, lon: -73.52 },
  { name: 'Sherbrooke', region: '05', lat: 45.4, lon: -71.89 },
  { name: 'Saguenay', region: '02', lat: 48.42, lon: -71.07 },
  { name: 'Lévis', region: '12', lat: 46.74, lon: -71.24 },
  { name: 'Trois-Rivières', region: '04', lat: 46.34, lon: -72.54 },
  { name: 'Terrebonne', region: '14', lat: 45.7, lon: -73.63 },
  { name: 'Saint-Jérôme', region: '15', lat: 45.78, lon: -74.0 },
  { name: 'Drummondville', region: '17', lat: 45.88, lon: -72.48 },
  { name: 'Rimouski', region: '01', lat: 48.45, lon: -68.53 },
  { name: 'Rouyn-Noranda', region: '08', lat: 48.24, lon: -79.02 },
  { name: 'Sept-Îles', region: '09', lat: 50.22, lon: -66.38 },
  { name: 'Chibougamau', region: '10', lat: 49.91, lon: -74.37 },
  { name: 'Gaspé', region: '11', lat: 48.83, lon: -64.48 },
] as const

export const kinds = [
  'Centre',
  'Maison',
  'Carrefour',
  'Regroupement',
  'Association',
  'Coopérative',
  'Fondation',
  'Entraide',
]
export const figures =
  `Hirondelle Passerelle Rivière Lanterne Boussole Traversée Érable Phare Clocher Moulin Verger Sapinière
  Harmonie Alliance Escale Éclaircie Jonction Tisserande Voilière Grange Étincelle Racine Marée Falaise Prairie Fontaine
  Pommeraie Cordée Mosaïque Ruelle Corniche Bernache`.split(/\s+/)
export const adjectives = `boréale solidaire bleue dorée accueillante lumineuse nordique fraternelle patiente joyeuse
  tranquille vaillante nouvelle grande haute claire`.split(/\s+/)

/** What a service does, and the need it answers. */
export const themes = [
  {
    does: 'Cours de français',
    need: 'learn_french',
    about: 'apprendre le français en petits groupes, du débutant au niveau avancé',
  },
  {
    does: 'Conversation en français',
    need: 'write_french',
    about: 'parler français avec des bénévoles autour de sujets du quotidien',
  },
  { does: 'Alphabétisation', need: 'literacy', about: 'apprendre à lire, à écrire et à compter à son rythme' },
  {
    does: 'Aide à la recherche d’emploi',
    need: 'find_job',
    about: 'préparer un curriculum vitæ, une lettre et une entrevue',
  },
  {
    does: 'Reconnaissance des diplômes',
    need: 'recognize',
    about: 'faire reconnaître ses études et son expérience auprès des ordres',
  },
  {
    does: 'Hébergement temporaire',
    need: 'roof_now',
    about: 'un toit pour quelques semaines et un accompagnement vers un logement',
  },
  {
    does: 'Recherche de logement',
    need: 'home',
    about: 'visiter, comprendre un bail et connaître ses droits de locataire',
  },
  {
    does: 'Dépannage alimentaire',
    need: 'food_now',
    about: 'des paniers de provisions chaque semaine, sans rendez-vous',
  },
  {
    does: 'Clinique juridique',
    need: 'asylum_path',
    about: 'des avocats expliquent les démarches d’asile et d’immigration',
  },
  {
    does: 'Halte-garderie',
    need: 'childcare',
    about: 'garder les enfants pendant les cours et les rendez-vous des parents',
  },
  { does: 'Inscription à l’école', need: 'school', about: 'inscrire son enfant et rencontrer son enseignante' },
  { does: 'Soutien psychologique', need: 'distress', about: 'une écoute confidentielle après un parcours difficile' },
  {
    does: 'Accueil et premières démarches',
    need: 'accompaniment',
    about: 'un accompagnement pour les cartes, les papiers et la banque',
  },
  {
    does: 'Impôts et prestations',
    need: 'taxes',
    about: 'remplir sa déclaration et demander les prestations familiales',
  },
  {
    does: 'Jumelage interculturel',
    need: 'isolation',
    about: 'rencontrer des familles d’ici et sortir de l’isolement',
  },
  {
    does: 'Atelier informatique',
    need: 'digital',
    about: 'se servir d’un ordinateur, d’un téléphone et des services en ligne',
  },
] as const

export const audiences = [
  '',
  'pour les familles',
  'pour les femmes',
  'pour les jeunes',
  'pour les aînés',
  'du soir',
  'de fin de semaine',
  'pour réfugiés',
]
/** What fills a description; each is met in a few of a hundred services. */
export const sentences = `L’équipe répond en toute confidentialité.
Un interprète peut être demandé à l’avance.
Les rencontres ont lieu au local de l’organisme ou par téléphone.
Une contribution volontaire est acceptée.
Les nouveaux arrivants sont reçus sans jugement.
Le transport est remboursé sur présentation du reçu.
Une liste d’attente est tenue pendant l’hiver.
Les personnes à statut précaire sont les bienvenues.
Apportez une preuve d’adresse et une pièce d’identité.
Les groupes sont formés selon le quartier.
Des activités de cuisine collective complètent la démarche.
Le service est offert en partenariat avec la municipalité.
Un suivi est proposé après trois mois.
Des trousses de bienvenue sont remises aux participants.
La priorité va aux ménages avec de jeunes enfants.
Des ateliers portent sur le budget et la consommation.
Une bibliothèque et des jouets sont à disposition.
Les bénévoles suivent une formation continue.
Un comptoir vestimentaire ouvre deux fois par mois.
L’entrée se fait par la cour arrière.`.split('\n')

export const languages = ['en', 'es', 'ar', 'ht', 'pt', 'uk', 'fa', 'zh', 'ta', 'pa']
