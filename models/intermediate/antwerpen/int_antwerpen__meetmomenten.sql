-- One main enrolment per person and census moment (meetmomenten.md). Persons who are not in 11a
-- are out of scope (R-04); they, parallel enrolments and enrolments between the census dates are
-- counted in quality and used for nothing else.
with

inschrijvingen as not materialized (
    select
        *,
        -- Text that sorts the enrolment that counts before its parallels; the delivered row decides
        -- between two that are the same in all of it.
        concat(
            case when in_stad then '0' else '1' end,
            lpad(cast(999 - cast(hoofdstructuur_code as integer) as varchar), 3, '0'),
            coalesce(instellingsnummer, '~'),
            coalesce(intern_volgnummer, '~'),
            coalesce(administratieve_groep_code, '~'),
            ' ',
            lpad(cast(rij as varchar), 12, '0')
        ) as volgorde
    from {{ ref('int_antwerpen__inschrijvingen') }}
    where in_11a
),

hoofdinschrijvingen as (
    select
        persoon_id,
        startjaar,
        arg_min(inschrijving_id, volgorde) filter (where toestand_0110) as op_0110,
        arg_min(inschrijving_id, volgorde) filter (where toestand_0102) as op_0102,
        arg_min(inschrijving_id, volgorde) filter (where toestand_3006) as op_3006
    from inschrijvingen
    group by persoon_id, startjaar
),

momenten as (
    select
        3 * startjaar as moment,
        '01/10' as meetmoment,
        op_0110 as inschrijving_id
    from hoofdinschrijvingen
    where op_0110 is not null
    union all
    select
        3 * startjaar + 1 as moment,
        '01/02' as meetmoment,
        op_0102 as inschrijving_id
    from hoofdinschrijvingen
    where op_0102 is not null
    union all
    select
        3 * startjaar + 2 as moment,
        '30/06' as meetmoment,
        op_3006 as inschrijving_id
    from hoofdinschrijvingen
    where op_3006 is not null
)

select
    momenten.moment,
    momenten.meetmoment,
    inschrijvingen.inschrijving_id,
    inschrijvingen.persoon_id,
    inschrijvingen.schooljaar,
    inschrijvingen.startjaar,
    inschrijvingen.instellingsnummer,
    inschrijvingen.intern_volgnummer,
    inschrijvingen.in_stad,
    inschrijvingen.vestigingsplaats,
    inschrijvingen.vestigingsplaats_bekend,
    inschrijvingen.instelling_stam,
    inschrijvingen.school_eenheid,
    inschrijvingen.schoolbestuur_code,
    inschrijvingen.wijk_code,
    inschrijvingen.district_code,
    inschrijvingen.hoofdstructuur_code,
    inschrijvingen.administratieve_groep_code,
    inschrijvingen.groep_bekend,
    inschrijvingen.graad,
    inschrijvingen.leerjaar,
    inschrijvingen.onderwijsvorm,
    inschrijvingen.finaliteit,
    inschrijvingen.stroom,
    inschrijvingen.studierichting_code,
    inschrijvingen.is_okan,
    inschrijvingen.is_modulair,
    inschrijvingen.is_duaal,
    inschrijvingen.cluster_orienteringsattest,
    inschrijvingen.studiebewijs,
    inschrijvingen.geboortejaar,
    inschrijvingen.geslacht,
    inschrijvingen.nationaliteitsgroep,
    inschrijvingen.oki_klasse,
    inschrijvingen.opleiding_moeder,
    inschrijvingen.schooltoelage,
    inschrijvingen.thuistaal,
    inschrijvingen.leeftijd_instap,
    inschrijvingen.instapmaand,
    inschrijvingen.hoofdstructuur,
    inschrijvingen.locatie
from momenten
inner join inschrijvingen on momenten.inschrijving_id = inschrijvingen.inschrijving_id
