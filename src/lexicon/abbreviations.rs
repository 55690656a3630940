//! The abbreviations that the letters use: a word comes in, the full names that it stands for go out, and the other way
//! round.
//!
//! **Invariant:** an abbreviation is printed as in the table; what is also a Dutch word («pas», «om») is told by its
//! capitals alone.
//! **Invariant:** names of ministries are those of [`super::ministries`], where one word of the language would not do
//! for the name («Defensie» is no abbreviation's name).

use super::tuning;
use super::{is_name, is_stop_word, is_word, ministries};
use crate::normalize::normalize;

/// Longest abbreviation, in bytes: a longer word is not looked up.
const MAX_LENGTH: usize = 8;

/// An abbreviation with the names that it stands for, the usual one first.
type Row = (&'static str, &'static [&'static str]);

/// The table, in order of the folded abbreviation. Source: the official names of laws (wetten.overheid.nl), organisations
/// and terms, as the letters print them.
const TABLE: &[Row] = &[
    ("ABD", &["Algemene Bestuursdienst"]),
    ("ABP", &["Algemeen Burgerlijk Pensioenfonds"]),
    ("ABRvS", &["Afdeling bestuursrechtspraak van de Raad van State"]),
    ("ACM", &["Autoriteit Consument en Markt"]),
    ("ACVZ", &["Adviescommissie voor Vreemdelingenzaken"]),
    ("ADR", &["Auditdienst Rijk"]),
    ("AFM", &["Autoriteit Financiële Markten"]),
    ("AHK", &["algemene heffingskorting"]),
    ("AIVD", &["Algemene Inlichtingen- en Veiligheidsdienst"]),
    ("AMHK", &["Advies- en Meldpunt Huiselijk Geweld en Kindermishandeling"]),
    ("AMV", &["alleenstaande minderjarige vreemdeling", "alleenstaande minderjarige vreemdelingen"]),
    ("AMvB", &["algemene maatregel van bestuur"]),
    ("Anbi", &["algemeen nut beogende instelling", "algemeen nut beogende instellingen"]),
    ("ANVS", &["Autoriteit Nucleaire Veiligheid en Stralingsbescherming"]),
    ("Anw", &["Algemene nabestaandenwet"]),
    ("AO", &["algemeen overleg"]),
    ("AOW", &["Algemene Ouderdomswet"]),
    ("AP", &["Autoriteit Persoonsgegevens"]),
    ("APV", &["algemene plaatselijke verordening"]),
    ("AR", &["Algemene Rekenkamer"]),
    ("ATKM", &["Autoriteit online Terroristisch en Kinderpornografisch Materiaal"]),
    ("AVG", &["Algemene verordening gegevensbescherming"]),
    ("Aw", &["Autoriteit woningcorporaties"]),
    ("Awb", &["Algemene wet bestuursrecht"]),
    ("AWBZ", &["Algemene Wet Bijzondere Ziektekosten"]),
    ("Awir", &["Algemene wet inkomensafhankelijke regelingen"]),
    ("AWR", &["Algemene wet inzake rijksbelastingen"]),
    ("azc", &["asielzoekerscentrum", "asielzoekerscentra"]),
    ("Bal", &["Besluit activiteiten leefomgeving"]),
    ("Bbl", &["Besluit bouwwerken leefomgeving"]),
    ("bbp", &["bruto binnenlands product"]),
    ("Bbz", &["Besluit bijstandverlening zelfstandigen"]),
    ("BHV", &["bedrijfshulpverlening"]),
    ("Bibob", &["bevordering integriteitsbeoordelingen door het openbaar bestuur"]),
    ("BIG", &["beroepen in de individuele gezondheidszorg"]),
    ("BKR", &["Bureau Krediet Registratie"]),
    ("bnp", &["bruto nationaal product"]),
    ("boa", &["buitengewoon opsporingsambtenaar", "buitengewone opsporingsambtenaren"]),
    ("BOPZ", &["bijzondere opnemingen in psychiatrische ziekenhuizen"]),
    ("BOR", &["bedrijfsopvolgingsregeling"]),
    ("BPM", &["belasting van personenauto's en motorrijwielen"]),
    ("BRP", &["basisregistratie personen", "Basisregistratie Personen"]),
    ("bsn", &["burgerservicenummer", "burgerservicenummers"]),
    ("bso", &["buitenschoolse opvang"]),
    ("btw", &["belasting over de toegevoegde waarde", "omzetbelasting"]),
    ("BVOM", &["Bureau Verkeershandhaving Openbaar Ministerie"]),
    ("BW", &["Burgerlijk Wetboek"]),
    ("CAK", &["Centraal Administratie Kantoor"]),
    ("cao", &["collectieve arbeidsovereenkomst", "collectieve arbeidsovereenkomsten"]),
    ("CBG", &["College ter Beoordeling van Geneesmiddelen"]),
    ("CBR", &["Centraal Bureau Rijvaardigheidsbewijzen"]),
    ("CBS", &["Centraal Bureau voor de Statistiek"]),
    ("CCMO", &["Centrale Commissie Mensgebonden Onderzoek"]),
    ("CCV", &["Centrum voor Criminaliteitspreventie en Veiligheid"]),
    ("CIBG", &["Centraal Informatiepunt Beroepen Gezondheidszorg"]),
    ("CIZ", &["Centrum Indicatiestelling Zorg"]),
    ("CJIB", &["Centraal Justitieel Incassobureau"]),
    ("CNV", &["Christelijk Nationaal Vakverbond"]),
    ("COA", &["Centraal Orgaan opvang asielzoekers"]),
    ("COGEM", &["Commissie Genetische Modificatie"]),
    ("CPB", &["Centraal Planbureau"]),
    ("CRvB", &["Centrale Raad van Beroep"]),
    ("Ctgb", &["College voor de toelating van gewasbeschermingsmiddelen en biociden"]),
    ("CTIVD", &["Commissie van Toezicht op de Inlichtingen- en Veiligheidsdiensten"]),
    ("CvTE", &["College voor Toetsen en Examens"]),
    ("dbc", &["diagnose-behandelcombinatie", "diagnose-behandelcombinaties"]),
    ("DHW", &["Drank- en Horecawet"]),
    ("DJI", &["Dienst Justitiële Inrichtingen"]),
    ("DNB", &["De Nederlandsche Bank"]),
    ("DPIA", &["gegevensbeschermingseffectbeoordeling"]),
    ("DSI", &["Dienst Speciale Interventies"]),
    ("DT&V", &["Dienst Terugkeer en Vertrek"]),
    ("DUO", &["Dienst Uitvoering Onderwijs"]),
    ("EBI", &["Extra Beveiligde Inrichting"]),
    ("EBN", &["Energie Beheer Nederland"]),
    ("ECB", &["Europese Centrale Bank"]),
    ("ECN", &["Energieonderzoek Centrum Nederland"]),
    ("EFRO", &["Europees Fonds voor Regionale Ontwikkeling"]),
    ("EFSA", &["Europese Autoriteit voor voedselveiligheid"]),
    ("EHRM", &["Europees Hof voor de Rechten van de Mens"]),
    ("EMA", &["Europees Geneesmiddelenbureau"]),
    ("EOM", &["Europees Openbaar Ministerie"]),
    ("EPBD", &["richtlijn energieprestatie gebouwen"]),
    ("epd", &["elektronisch patiëntendossier"]),
    ("ESF", &["Europees Sociaal Fonds"]),
    ("ETS", &["emissiehandelssysteem"]),
    ("EU", &["Europese Unie"]),
    ("EVRM", &["Europees Verdrag voor de Rechten van de Mens"]),
    ("FIOD", &["Fiscale Inlichtingen- en Opsporingsdienst"]),
    ("FNV", &["Federatie Nederlandse Vakbeweging"]),
    ("FSV", &["Fraude Signalering Voorziening"]),
    ("GALA", &["Gezond en Actief Leven Akkoord"]),
    ("GGD", &["Gemeentelijke Gezondheidsdienst", "gemeentelijke gezondheidsdiensten"]),
    ("ggz", &["geestelijke gezondheidszorg"]),
    ("GLB", &["gemeenschappelijk landbouwbeleid"]),
    ("GVB", &["Gemeentelijk Vervoerbedrijf"]),
    ("GVS", &["geneesmiddelenvergoedingssysteem"]),
    ("havo", &["hoger algemeen voortgezet onderwijs"]),
    ("hbo", &["hoger beroepsonderwijs"]),
    ("HGIS", &["Homogene Groep Internationale Samenwerking"]),
    ("HHNK", &["Hoogheemraadschap Hollands Noorderkwartier"]),
    ("HR", &["Hoge Raad"]),
    ("HTM", &["Haagsche Tramweg-Maatschappij"]),
    ("HWBP", &["Hoogwaterbeschermingsprogramma"]),
    ("IACK", &["inkomensafhankelijke combinatiekorting"]),
    ("IB", &["inkomstenbelasting"]),
    ("IBO", &["interdepartementaal beleidsonderzoek"]),
    ("IGJ", &["Inspectie Gezondheidszorg en Jeugd"]),
    ("IGZ", &["Inspectie voor de Gezondheidszorg"]),
    ("ILT", &["Inspectie Leefomgeving en Transport"]),
    ("IMF", &["Internationaal Monetair Fonds"]),
    ("IMG", &["Instituut Mijnbouwschade Groningen"]),
    ("IND", &["Immigratie- en Naturalisatiedienst"]),
    ("IOAW", &["inkomensvoorziening oudere en gedeeltelijk arbeidsongeschikte werkloze werknemers"]),
    ("IPO", &["Interprovinciaal Overleg"]),
    ("ISDE", &["Investeringssubsidie duurzame energie"]),
    ("ISO", &["Interstedelijk Studenten Overleg"]),
    ("IZA", &["Integraal Zorgakkoord"]),
    ("JIT", &["joint investigation team"]),
    ("JOGG", &["Jongeren Op Gezond Gewicht"]),
    ("Jw", &["Jeugdwet"]),
    ("KiM", &["Kennisinstituut voor Mobiliteitsbeleid"]),
    ("KMar", &["Koninklijke Marechaussee"]),
    ("KNAW", &["Koninklijke Nederlandse Akademie van Wetenschappen"]),
    ("KNMG", &["Koninklijke Nederlandsche Maatschappij tot bevordering der Geneeskunst"]),
    ("KNMI", &["Koninklijk Nederlands Meteorologisch Instituut"]),
    ("KNMP", &["Koninklijke Nederlandse Maatschappij ter bevordering der Pharmacie"]),
    ("KNV", &["Koninklijk Nederlands Vervoer"]),
    ("KNVB", &["Koninklijke Nederlandse Voetbalbond"]),
    ("KRW", &["Kaderrichtlijn Water"]),
    ("KSA", &["Kansspelautoriteit"]),
    ("KvK", &["Kamer van Koophandel"]),
    ("LAKS", &["Landelijk Aktie Komitee Scholieren"]),
    ("LAP", &["Landelijk Afvalbeheerplan"]),
    ("Lbv", &["Landelijke beëindigingsregeling veehouderijlocaties"]),
    ("LGF", &["leerlinggebonden financiering"]),
    ("LGO", &["landen en gebieden overzee"]),
    ("LHV", &["Landelijke Huisartsen Vereniging"]),
    ("LIEC", &["Landelijk Informatie- en Expertisecentrum"]),
    ("LSVb", &["Landelijke Studentenvakbond"]),
    ("LTO", &["Land- en Tuinbouworganisatie"]),
    ("lvb", &["licht verstandelijke beperking"]),
    ("LVNL", &["Luchtverkeersleiding Nederland"]),
    ("LVV", &["Landelijke Vreemdelingenvoorziening", "Landelijke Vreemdelingenvoorzieningen"]),
    ("MARIN", &["Maritiem Research Instituut Nederland"]),
    ("mbo", &["middelbaar beroepsonderwijs"]),
    ("mer", &["milieueffectrapportage", "milieueffectrapport"]),
    ("MIRT", &["Meerjarenprogramma Infrastructuur, Ruimte en Transport"]),
    ("MIVD", &["Militaire Inlichtingen- en Veiligheidsdienst"]),
    ("mkb", &["midden- en kleinbedrijf"]),
    ("MKBA", &["maatschappelijke kosten-batenanalyse", "maatschappelijke kosten-batenanalyses"]),
    ("MRB", &["motorrijtuigenbelasting"]),
    ("NAM", &["Nederlandse Aardolie Maatschappij"]),
    ("NAVO", &["Noord-Atlantische Verdragsorganisatie"]),
    ("NBA", &["Nederlandse Beroepsorganisatie van Accountants"]),
    ("NCG", &["Nationaal Coördinator Groningen"]),
    ("NCSC", &["Nationaal Cyber Security Centrum"]),
    ("NCTV", &["Nationaal Coördinator Terrorismebestrijding en Veiligheid"]),
    ("NEa", &["Nederlandse Emissieautoriteit"]),
    ("NFI", &["Nederlands Forensisch Instituut"]),
    ("ngo", &["niet-gouvernementele organisatie", "niet-gouvernementele organisaties"]),
    ("NHG", &["Nationale Hypotheek Garantie"]),
    ("NIBUD", &["Nationaal Instituut voor Budgetvoorlichting"]),
    ("NIOD", &["Instituut voor Oorlogs-, Holocaust- en Genocidestudies"]),
    ("NIPV", &["Nederlands Instituut Publieke Veiligheid"]),
    ("NIVEL", &["Nederlands instituut voor onderzoek van de gezondheidszorg"]),
    ("NMa", &["Nederlandse Mededingingsautoriteit"]),
    ("NOS", &["Nederlandse Omroep Stichting"]),
    ("NOVI", &["Nationale Omgevingsvisie"]),
    ("NOW", &["Noodmaatregel Overbrugging Werkgelegenheid"]),
    ("NPLG", &["Nationaal Programma Landelijk Gebied"]),
    ("NPO", &["Nederlandse Publieke Omroep", "Nationaal Programma Onderwijs"]),
    ("NRO", &["Nationaal Regieorgaan Onderwijsonderzoek"]),
    ("NS", &["Nederlandse Spoorwegen"]),
    ("NVAO", &["Nederlands-Vlaamse Accreditatieorganisatie"]),
    ("NVM", &["Nederlandse Vereniging van Makelaars"]),
    ("NVVB", &["Nederlandse Vereniging voor Burgerzaken"]),
    ("NVWA", &["Nederlandse Voedsel- en Warenautoriteit"]),
    ("NVZ", &["Nederlandse Vereniging van Ziekenhuizen"]),
    ("NWO", &["Nederlandse Organisatie voor Wetenschappelijk Onderzoek"]),
    ("NZa", &["Nederlandse Zorgautoriteit"]),
    ("NZO", &["Nederlandse Zuivel Organisatie"]),
    ("OCTAS", &["Onafhankelijke Commissie Toekomst Arbeidsongeschiktheidsstelsel"]),
    ("ODA", &["officiële ontwikkelingshulp"]),
    ("OESO", &["Organisatie voor Economische Samenwerking en Ontwikkeling"]),
    ("OGGZ", &["openbare geestelijke gezondheidszorg"]),
    ("OM", &["Openbaar Ministerie"]),
    ("OPCW", &["Organisatie voor het Verbod op Chemische Wapens"]),
    ("OR", &["ondernemingsraad"]),
    ("ov", &["openbaar vervoer"]),
    ("OVSE", &["Organisatie voor Veiligheid en Samenwerking in Europa"]),
    ("OVV", &["Onderzoeksraad voor Veiligheid"]),
    ("Ow", &["Omgevingswet"]),
    ("ozb", &["onroerendezaakbelasting"]),
    ("OZJ", &["Ondersteuningsteam Zorg voor de Jeugd"]),
    ("PAS", &["Programma Aanpak Stikstof"]),
    ("PAW", &["Programma Aardgasvrije Wijken"]),
    ("PBL", &["Planbureau voor de Leefomgeving"]),
    ("PFAS", &["poly- en perfluoralkylstoffen"]),
    ("pgb", &["persoonsgebonden budget", "persoonsgebonden budgetten"]),
    ("PI", &["penitentiaire inrichting", "penitentiaire inrichtingen"]),
    ("POK", &["Parlementaire Ondervragingscommissie Kinderopvangtoeslag"]),
    ("PPS", &["publiek-private samenwerking"]),
    ("Pw", &["Participatiewet"]),
    ("RAV", &["regionale ambulancevoorziening", "regionale ambulancevoorzieningen"]),
    ("RCE", &["Rijksdienst voor het Cultureel Erfgoed"]),
    ("RCN", &["Rijksdienst Caribisch Nederland"]),
    ("RDI", &["Rijksinspectie Digitale Infrastructuur"]),
    ("RDW", &["Rijksdienst voor het Wegverkeer"]),
    ("RES", &["Regionale Energiestrategie"]),
    ("RIEC", &["Regionaal Informatie- en Expertisecentrum", "Regionale Informatie- en Expertisecentra"]),
    ("RIVM", &["Rijksinstituut voor Volksgezondheid en Milieu"]),
    ("ROAZ", &["Regionaal Overleg Acute Zorg"]),
    ("roc", &["regionaal opleidingencentrum", "regionale opleidingencentra"]),
    ("RSJ", &["Raad voor Strafrechtstoepassing en Jeugdbescherming"]),
    ("RVB", &["Rijksvastgoedbedrijf"]),
    ("Rvdk", &["Raad voor de Kinderbescherming"]),
    ("RvdR", &["Raad voor de rechtspraak"]),
    ("RVO", &["Rijksdienst voor Ondernemend Nederland"]),
    ("RvS", &["Raad van State", "Raad voor Volksgezondheid en Samenleving"]),
    ("RWS", &["Rijkswaterstaat"]),
    ("SBB", &["Samenwerkingsorganisatie Beroepsonderwijs Bedrijfsleven"]),
    ("SCP", &["Sociaal en Cultureel Planbureau"]),
    ("SDE", &["Stimulering Duurzame Energieproductie"]),
    ("SEH", &["spoedeisende hulp"]),
    ("SER", &["Sociaal-Economische Raad"]),
    ("SLIM", &["Stimuleringsregeling leren en ontwikkelen in mkb-ondernemingen"]),
    ("SodM", &["Staatstoezicht op de Mijnen"]),
    ("Sr", &["Wetboek van Strafrecht"]),
    ("STAP", &["Stimulering Arbeidsmarktpositie"]),
    ("SUWI", &["Structuur uitvoeringsorganisatie werk en inkomen"]),
    ("Sv", &["Wetboek van Strafvordering"]),
    ("SVB", &["Sociale Verzekeringsbank"]),
    ("SWV", &["samenwerkingsverband passend onderwijs", "samenwerkingsverbanden passend onderwijs"]),
    ("tbs", &["terbeschikkingstelling"]),
    ("TEK", &["Tegemoetkoming Energiekosten"]),
    ("TLV", &["toelaatbaarheidsverklaring", "toelaatbaarheidsverklaringen"]),
    ("TNO", &["Nederlandse Organisatie voor toegepast-natuurwetenschappelijk onderzoek"]),
    ("Tozo", &["Tijdelijke overbruggingsregeling zelfstandig ondernemers"]),
    ("TVL", &["Tegemoetkoming Vaste Lasten"]),
    ("UAVG", &["Uitvoeringswet Algemene verordening gegevensbescherming"]),
    ("UBO", &["uiteindelijk belanghebbende", "uiteindelijke belanghebbenden"]),
    ("UHT", &["Uitvoeringsorganisatie Herstel Toeslagen"]),
    ("UvW", &["Unie van Waterschappen"]),
    ("UWV", &["Uitvoeringsinstituut Werknemersverzekeringen"]),
    ("V&VN", &["Verpleegkundigen & Verzorgenden Nederland"]),
    ("VAO", &["verslag algemeen overleg"]),
    ("vavo", &["voortgezet algemeen volwassenenonderwijs"]),
    ("Vb", &["Vreemdelingenbesluit"]),
    ("Vc", &["Vreemdelingencirculaire"]),
    ("VEH", &["Vereniging Eigen Huis"]),
    ("VIVET", &["Verbetering van de Informatievoorziening voor de Energietransitie"]),
    ("vmbo", &["voorbereidend middelbaar beroepsonderwijs"]),
    ("VN", &["Verenigde Naties"]),
    ("VNG", &["Vereniging van Nederlandse Gemeenten"]),
    ("VOG", &["verklaring omtrent het gedrag", "Verklaring Omtrent het Gedrag"]),
    ("VPB", &["vennootschapsbelasting"]),
    ("vso", &["voortgezet speciaal onderwijs"]),
    ("VVE", &["vereniging van eigenaars", "voor- en vroegschoolse educatie"]),
    ("Vw", &["Vreemdelingenwet"]),
    ("vwo", &["voorbereidend wetenschappelijk onderwijs"]),
    ("Wabo", &["Wet algemene bepalingen omgevingsrecht"]),
    ("Wajong", &["Wet arbeidsongeschiktheidsvoorziening jonggehandicapten"]),
    ("WAO", &["Wet op de arbeidsongeschiktheidsverzekering"]),
    ("WAZ", &["Wet arbeidsongeschiktheidsverzekering zelfstandigen"]),
    ("Wazo", &["Wet arbeid en zorg"]),
    ("Wbp", &["Wet bescherming persoonsgegevens"]),
    ("Wbtv", &["Wet beëdigde tolken en vertalers"]),
    ("WEB", &["Wet educatie en beroepsonderwijs"]),
    ("WEC", &["Wet op de expertisecentra"]),
    ("Wfsv", &["Wet financiering sociale verzekeringen"]),
    ("Wft", &["Wet op het financieel toezicht"]),
    ("Wgs", &["Wet gemeentelijke schuldhulpverlening"]),
    ("WHO", &["Wereldgezondheidsorganisatie"]),
    ("WHOA", &["Wet homologatie onderhands akkoord"]),
    ("WHW", &["Wet op het hoger onderwijs en wetenschappelijk onderzoek"]),
    ("WHZ", &["Wet herstel zelfstandigen"]),
    ("WIA", &["Wet werk en inkomen naar arbeidsvermogen"]),
    ("Wiv", &["Wet op de inlichtingen- en veiligheidsdiensten"]),
    ("WKB", &["Wet kwaliteitsborging voor het bouwen"]),
    ("Wkkgz", &["Wet kwaliteit, klachten en geschillen zorg"]),
    ("WKO", &["Wet kinderopvang"]),
    ("Wlz", &["Wet langdurige zorg"]),
    ("WML", &["Wet minimumloon en minimumvakantiebijslag"]),
    ("Wmo", &["Wet maatschappelijke ondersteuning"]),
    ("Wnb", &["Wet natuurbescherming"]),
    ("Wnra", &["Wet normalisering rechtspositie ambtenaren"]),
    ("WNT", &["Wet normering topinkomens"]),
    ("wo", &["wetenschappelijk onderwijs"]),
    ("Wob", &["Wet openbaarheid van bestuur"]),
    ("WODC", &["Wetenschappelijk Onderzoek- en Datacentrum", "Wetenschappelijk Onderzoek- en Documentatiecentrum"]),
    ("Woo", &["Wet open overheid"]),
    ("WOR", &["Wet op de ondernemingsraden"]),
    ("WOZ", &["waardering onroerende zaken"]),
    ("WPG", &["Wet publieke gezondheid"]),
    ("WPO", &["Wet op het primair onderwijs"]),
    ("Wro", &["Wet ruimtelijke ordening"]),
    ("WRR", &["Wetenschappelijke Raad voor het Regeringsbeleid"]),
    ("Wsnp", &["Wet schuldsanering natuurlijke personen"]),
    ("WSW", &["Waarborgfonds Sociale Woningbouw", "Wet sociale werkvoorziening"]),
    ("WTO", &["Wereldhandelsorganisatie"]),
    ("Wtta", &["Wet toelating terbeschikkingstelling van arbeidskrachten"]),
    ("Wvggz", &["Wet verplichte geestelijke gezondheidszorg"]),
    ("WVO", &["Wet op het voortgezet onderwijs"]),
    ("WVW", &["Wegenverkeerswet"]),
    ("WW", &["Werkloosheidswet"]),
    ("Wwft", &["Wet ter voorkoming van witwassen en financieren van terrorisme"]),
    ("WWS", &["woningwaarderingsstelsel"]),
    ("Wzd", &["Wet zorg en dwang"]),
    ("zbo", &["zelfstandig bestuursorgaan", "zelfstandige bestuursorganen"]),
    ("ZIN", &["Zorginstituut Nederland"]),
    ("ZN", &["Zorgverzekeraars Nederland"]),
    ("Zvw", &["Zorgverzekeringswet"]),
    ("ZW", &["Ziektewet"]),
    ("zzp", &["zelfstandige zonder personeel", "zelfstandigen zonder personeel"]),
];

/// The full names that a word stands for, as typed or printed; none where it is no abbreviation, or a word as well.
#[must_use]
pub fn names_of(typed: &str) -> Vec<&'static str> {
    if typed.len() > MAX_LENGTH {
        return Vec::new();
    }
    let folded = normalize(typed);
    let in_table = row(&folded).filter(|(printed, _)| {
        let is_small = typed.chars().count() >= tuning::small_abbreviation_min() && !is_ambiguous(printed);
        *printed == typed || has_no_capital(printed) || is_small
    });
    let mut names = in_table.map_or_else(Vec::new, |(_, names)| names.to_vec());
    let of_ministry = ministries().find(|(printed, _)| normalize(printed) == folded).map(|(_, name)| name);
    names.extend(of_ministry.filter(|name| !names.contains(name)));
    names
}

/// The abbreviations that stand for a full name, given as its letters and digits, folded ([`crate::normalize::letters`]); not
/// those that are Dutch words as well, which would find those.
#[must_use]
pub fn abbreviations_of(letters: &str) -> Vec<&'static str> {
    let is_it = |name: &str| {
        // Folding leaves the first letter what it is, or nearly all names would be folded for each word of a query.
        let may_be = !name.is_ascii() || name.bytes().next().map(|b| b.to_ascii_lowercase()) == letters.bytes().next();
        may_be && crate::normalize::letters(name) == letters
    };
    let in_table = TABLE.iter().filter(|(printed, names)| {
        names.iter().any(|name| is_it(name)) && (!is_ambiguous(printed) || is_told_by_capitals(printed))
    });
    let of_ministries = ministries().filter(|(_, name)| is_it(name));
    in_table.map(|(printed, _)| *printed).chain(of_ministries.map(|(printed, _)| printed)).collect()
}

/// Is this an abbreviation that only its capitals tell from a stop word («het OM» and «om»)?
#[must_use]
pub fn is_told_by_capitals(printed: &str) -> bool {
    let may_be = printed.len() <= MAX_LENGTH && printed.len() > 1 && printed.chars().all(char::is_uppercase);
    may_be && row(&normalize(printed)).is_some_and(|(other, _)| *other == printed) && is_stop_word(&normalize(printed))
}

/// The row of a folded abbreviation.
fn row(folded: &str) -> Option<&'static Row> {
    let at = TABLE.binary_search_by(|(printed, _)| normalize(printed).as_str().cmp(folded)).ok()?;
    TABLE.get(at)
}

/// Ministries whose name is of several words: their keys and abbreviations, each with the usual name.
fn ministries() -> impl Iterator<Item = (&'static str, &'static str)> {
    ministries::ALL.iter().flat_map(|ministry| {
        let name = ministry.names.first().copied().filter(|name| name.contains(' '));
        let printed = std::iter::once(ministry.key).chain(ministry.abbreviations.iter().copied());
        printed.filter_map(move |printed| Some((printed, name?)))
    })
}

/// Is the abbreviation, in small letters, a word of another meaning?
fn is_ambiguous(printed: &str) -> bool {
    let folded = normalize(printed);
    !has_no_capital(printed) && (is_stop_word(&folded) || (is_word(&folded) && !is_name(&folded)))
}

fn has_no_capital(printed: &str) -> bool {
    !printed.chars().any(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::normalize::letters;

    #[test]
    fn the_table_is_in_order() {
        assert!(TABLE.is_sorted_by(|(a, _), (b, _)| normalize(a) < normalize(b)));
        assert!(TABLE.iter().all(|(printed, names)| printed.len() <= MAX_LENGTH && !names.is_empty()));
    }

    #[test]
    fn abbreviations_lead_to_names_and_back() {
        let check = |typed: &str, name: Option<&str>| assert_eq!(names_of(typed).first().copied(), name, "{typed}");
        check("Wmo", Some("Wet maatschappelijke ondersteuning"));
        check("WMO", Some("Wet maatschappelijke ondersteuning"));
        check("wmo", Some("Wet maatschappelijke ondersteuning"));
        check("VWS", Some("Volksgezondheid, Welzijn en Sport"));
        check("OC&W", Some("Onderwijs, Cultuur en Wetenschap"));
        check("OM", Some("Openbaar Ministerie"));
        check("om", None);
        check("PAS", Some("Programma Aanpak Stikstof"));
        check("pas", None);
        check("Btw", Some("belasting over de toegevoegde waarde"));
        check("Defensie", None);
        check("zorg", None);
        let check = |name: &str, short: &[&str]| assert_eq!(abbreviations_of(&letters(name)), short, "{name}");
        check("immigratie- en naturalisatiedienst", &["IND"]);
        check("Sociaal Economische Raad", &["SER"]);
        check("jeugdwet", &["Jw"]);
        check("openbaar ministerie", &["OM"]);
        check("Programma Aanpak Stikstof", &[]);
        // «rvs» is roestvrij staal.
        check("raad van state", &[]);
        check("centraal planbureau", &["CPB"]);
        check("binnenlandse zaken en koninkrijksrelaties", &["BZK", "BiZa", "WenR"]);
        check("zorg", &[]);
    }
}
