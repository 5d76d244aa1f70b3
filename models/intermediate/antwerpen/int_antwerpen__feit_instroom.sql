-- The first AN enrolment, with the delay at entry and what 11b tells of the time after it.
with

personen as not materialized (select * from {{ ref('int_antwerpen__personen') }}),

meetmomenten as not materialized (select * from {{ ref('int_antwerpen__meetmomenten') }}),

jaren as (select * from {{ ref('int_antwerpen__schooljaren') }}),

vervolgloopbanen as (
    select
        persoon_id,
        bool_or(in_stad) as ooit_in_stad
    from meetmomenten
    group by persoon_id
),

-- A school year counts once, whether 11a or 11b tells of it.
okan_jaren as (
    select
        persoon_id,
        schooljaar
    from personen
    where is_okan
    union
    select
        persoon_id,
        schooljaar
    from meetmomenten
    where is_okan
),

okan_duur as (
    select
        persoon_id,
        count(*) as schooljaren
    from okan_jaren
    group by persoon_id
),

instap as (
    select
        *,
        case
            when hoofdstructuur_code = '211' and leerjaar_bij_instap between 1 and 6
                then leerjaar_bij_instap
            when hoofdstructuur_code = '311' then {{ leerjaar_secundair() }}
        end as leerjaar_loopbaan
    from personen
)

select
    instap.persoon_id,
    instap.schooljaar,
    'jaar' as meetmoment,
    {{ plaatskolommen('instap') }},
    {{ kenmerkkolommen('instap') }},
    {{ vertragingsklasse('instap.leeftijd - 5 - instap.leerjaar_loopbaan') }} as vertragingsklasse,
    instap.hoofdstructuur_code,
    instap.administratieve_groep_code,
    instap.is_okan,
    instap.leeftijd,
    cast(instap.ind_opleiding_moeder as integer) as ind_opleiding_moeder,
    cast(instap.ind_schooltoelage as integer) as ind_schooltoelage,
    cast(instap.ind_thuistaal as integer) as ind_thuistaal,
    instap.oki,
    not instap.in_stad and coalesce(vervolgloopbanen.ooit_in_stad, false) as via_elders,
    instap.an_inschrijfdatum
    between make_date(instap.startjaar + 1, 1, 1) and make_date(instap.startjaar + 1, 6, 30)
        as late_instap,
    instap.leeftijd - 5 - instap.leerjaar_loopbaan as jaren_vertraging,
    {{ dagen_zonder_zomer('instap.an_inschrijfdatum', 'instap.an_einddatum') }} as an_dagen,
    cast(coalesce(okan_duur.schooljaren, 0) as integer) as okan_schooljaren,
    coalesce(instap.startjaar + 1 <= jaren.laatste_voltooide_startjaar, false)
        as volgend_schooljaar_voltooid
from instap
inner join jaren on instap.schooljaar = jaren.schooljaar
left join vervolgloopbanen on instap.persoon_id = vervolgloopbanen.persoon_id
left join okan_duur on instap.persoon_id = okan_duur.persoon_id
