-- Two adjacent census moments of a person side by side (schoolwissels.md). No pair without a main
-- enrolment at both: the end of schooling and leaving Flanders cannot be told apart.
with

meetmomenten as not materialized (select * from {{ ref('int_antwerpen__meetmomenten') }}),

paren as (
    select
        van.persoon_id,
        van.moment as moment_van,
        naar.moment,
        naar.schooljaar,
        naar.meetmoment,
        van.startjaar as startjaar_van,
        van.in_stad as van_in_stad,
        naar.in_stad as naar_in_stad,
        van.in_stad and naar.in_stad as beide_in_stad,
        van.instellingsnummer = naar.instellingsnummer as zelfde_instelling,
        van.instelling_stam = naar.instelling_stam as zelfde_stam,
        van.intern_volgnummer = naar.intern_volgnummer as zelfde_volgnummer,
        van.hoofdstructuur_code[1] != naar.hoofdstructuur_code[1] as structureel,
        van.administratieve_groep_code != naar.administratieve_groep_code as groepswissel,
        van.studierichting_code != naar.studierichting_code as studiewissel,
        case
            when van.hoofdstructuur_code[1] = '3' and naar.hoofdstructuur_code[1] = '3'
                then van.onderwijsvorm != naar.onderwijsvorm
        end as onderwijsvormwissel
    from meetmomenten as van
    inner join meetmomenten as naar
        on van.persoon_id = naar.persoon_id and van.moment + 1 = naar.moment
)

select
    persoon_id,
    moment_van,
    moment,
    schooljaar,
    meetmoment,
    startjaar_van,
    case when meetmoment = '01/10' then 'tussen_jaren' else 'tijdens_jaar' end as moment_soort,
    van_in_stad,
    naar_in_stad,
    beide_in_stad,
    structureel,
    beide_in_stad and not zelfde_instelling and zelfde_stam as hernummering,
    beide_in_stad and not zelfde_stam and not structureel as schoolwissel,
    beide_in_stad and zelfde_instelling and not zelfde_volgnummer as vestigingswissel,
    van_in_stad and not naar_in_stad as uitstroom,
    naar_in_stad and not van_in_stad as instroom,
    groepswissel,
    studiewissel,
    onderwijsvormwissel
from paren
