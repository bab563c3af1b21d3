import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** An HSDS 3.1 package in which every table has a row and every pointer is used; every name in it is invented. */
const id = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`

const files: Record<string, string> = {
  'taxonomies.csv': `id,name,description,uri,version\n${id(1)},Besoins,Ce qu'on cherche,https://mots.example.org/,2\n`,
  'taxonomy_terms.csv': `id,code,name,description,parent_id,taxonomy_id,language,term_uri
${id(11)},F,Français,Apprendre le français,${id(12)},${id(1)},fr,https://mots.example.org/f
${id(12)},A,Apprendre,Apprendre,,${id(1)},fr,
${id(13)},,Sans vocabulaire,Seul,,,,
`,
  'units.csv': `id,name,scheme,identifier,uri\n${id(20)},place,UCUM,1,https://mots.example.org/place\n`,
  'organizations.csv': `id,name,alternate_name,description,email,website,tax_status,tax_id,year_incorporated,legal_status,logo,uri,parent_organization_id
${id(31)},Montréal – L'Île-Bizard (fictif) 🍁,مركز الترحيب,Accueil,info@ile.example.org,https://ile.example.org/,exempt,123,1999,OBNL,https://ile.example.org/l.png,https://ile.example.org/id,${id(32)}
${id(32)},Regroupement (fictif),,Le tout,,,,,,,,,
`,
  'programs.csv': `id,organization_id,name,alternate_name,description\n${id(40)},${id(31)},Langue,,Cours\n`,
  'services.csv': `id,organization_id,program_id,name,alternate_name,description,url,email,status,interpretation_services,application_process,fees_description,wait_time,fees,accreditations,eligibility_description,minimum_age,maximum_age,assured_date,assurer_email,licenses,alert,last_modified,french_level
${id(51)},${id(31)},${id(40)},Cours du soir,,"Deux fois
par semaine",https://ile.example.org/cours,cours@ile.example.org,active,arabe,Appelez,Gratuit,2 semaines,0,A,Adultes,18,99.5,2026-10-01,a@ile.example.org,L,Congé lundi,2026-10-02T12:00:00Z,Niveau 4
${id(52)},${id(31)},,Refuge,,Un toit,,,temporarily closed,,,,,,,,,,,,,,2026-10-03T12:00:00Z,
`,
  'locations.csv': `id,location_type,url,organization_id,name,alternate_name,description,transportation,latitude,longitude,external_identifier,external_identifier_type,confidential
${id(61)},physical,https://ile.example.org/lieu,${id(31)},Bureau,,Au coin,Bus 1,45.49,-73.88,Q1,wikidata,
${id(62)},physical,,${id(31)},Maison cachée,,Derrière l'église,Bus 2,45.51,-73.61,,,true
`,
  'service_at_location.csv': `id,service_id,location_id,description\n${id(71)},${id(51)},${id(61)},Salle 2\n${id(72)},${id(52)},${id(62)},Porte cachée\n`,
  'organization_identifiers.csv': `id,organization_id,identifier_scheme,identifier_type,identifier\n${id(80)},${id(31)},NEQ,NEQ,1140000000\n`,
  'url.csv': `id,label,url,organization_id,service_id\n${id(81)},Réseau,https://reseau.example.org/,${id(31)},\n${id(82)},Inscription,https://ile.example.org/i,,${id(51)}\n`,
  'addresses.csv': `id,location_id,attention,address_1,address_2,city,region,state_province,postal_code,country,address_type
${id(83)},${id(61)},Accueil,1 rue Inventée,Bureau 2,Montréal,,QC,H9C 1A1,CA,physical
${id(84)},${id(62)},,99 rue Secrète,,Montréal,,QC,H2X 1A1,CA,physical
`,
  'contacts.csv': `id,organization_id,service_id,service_at_location_id,location_id,name,title,department,email,private
${id(91)},${id(31)},,,,Accueil,,Réception,accueil@ile.example.org,
${id(92)},,${id(51)},,,Personne Privée,Travailleuse sociale,,privee@ile.example.org,true
${id(93)},,,${id(71)},,Guichet,,,,
${id(94)},,,,${id(62)},Gardien Caché,,,,
`,
  'phones.csv': `id,location_id,service_id,organization_id,contact_id,service_at_location_id,number,extension,type,description
${id(101)},,${id(51)},,,,514-555-0101,22,voice,Inscription
${id(102)},${id(62)},,,,,514-555-0102,x OPT2,voice,
${id(103)},,,,${id(92)},,514-555-0199,,voice,
${id(104)},,,,${id(91)},,514-555-0104,,voice,
`,
  'schedules.csv': `id,service_id,location_id,service_at_location_id,valid_from,valid_to,dtstart,timezone,until,count,wkst,freq,interval,byday,byweekno,bymonthday,byyearday,description,opens_at,closes_at,schedule_link,attending_type,notes
${id(111)},${id(51)},,,2026-09-01,2027-06-30,2026-09-01,-5,2027-06-30,40,MO,WEEKLY,2,"MO,WE",,,,,18:00,21:00,https://ile.example.org/h,in person,Sauf congés
${id(112)},,${id(61)},,,,,,,,,MONTHLY,,1SA,,15,,Premier samedi,9:00am,12:00,,,
`,
  'languages.csv': `id,service_id,location_id,phone_id,name,code,note\n${id(121)},${id(51)},,,Français,fr,\n${id(122)},,,${id(101)},العربية,ar,sur demande\n`,
  'accessibility.csv': `id,location_id,description,details,url\n${id(131)},${id(61)},Rampe,À droite,https://ile.example.org/a\n`,
  'cost_options.csv': `id,service_id,valid_from,valid_to,option,currency,amount,amount_description\n${id(132)},${id(51)},2026-01-01,,Livre,CAD,12.5,Une fois\n`,
  'required_documents.csv': `id,service_id,document,uri\n${id(133)},${id(51)},Preuve d'adresse,https://ile.example.org/d\n`,
  'funding.csv': `id,organization_id,service_id,source\n${id(134)},,${id(51)},PASI 1\n${id(135)},${id(31)},,Dons\n`,
  'service_areas.csv': `id,service_id,service_at_location_id,name,description,extent,extent_type,uri\n${id(136)},${id(51)},,Montréal,Toute l'île,06,region,\n`,
  'service_capacity.csv': `id,service_id,unit_id,available,maximum,description,updated\n${id(137)},${id(51)},${id(20)},5,20,Cet automne,2026-11-01T00:00:00Z\n`,
  'attributes.csv': `id,link_id,taxonomy_term_id,link_type,link_entity,value,label
${id(141)},${id(51)},${id(11)},sujet,service,,
${id(142)},${id(31)},${id(12)},,organization,oui,Étiquette
${id(143)},${id(62)},${id(13)},,location,,
${id(144)},${id(101)},${id(13)},,phone,,
`,
  'metadata.csv': `id,resource_id,resource_type,last_action_date,last_action_type,field_name,previous_value,replacement_value,updated_by
${id(151)},${id(51)},service,2026-10-02T12:00:00Z,update,name,Cours,Cours du soir,La source
${id(152)},${id(84)},address,2026-10-02T12:00:00Z,update,address_1,98 rue Secrète,99 rue Secrète,La source
`,
}

/** What no answer and no export may ever hold of this package. */
export const secrets = /Secrète|cachée|Cachée|église|Bus 2|45\.51|73\.61|H2X|Personne Privée|privee@|555-0199|Gardien/

export function wholePackage(changes: Record<string, string> = {}): { folder: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'hsds-'))
  for (const [name, text] of Object.entries({ ...files, ...changes })) writeFileSync(join(folder, name), text)
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}
