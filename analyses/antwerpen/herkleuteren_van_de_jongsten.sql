{{ config(enabled=(target.name == 'antwerpen'), group='persoonsgegevens') }}
-- Question (QA-18): are the youngest newcomers kept back in kleuter, and does it depend on when
-- they came?
--
-- Population: first AN enrolment in kleuter, in the school year of their 6th birthday (S −
-- geboortejaar = 6), in kleuter or lager. Trait: still in kleuter. By years in school since the
-- first AN enrolment.
--
-- Caveats: an age rule, because groups do not tell the kleuter years apart; a year more in kleuter
-- is a decision of school and parents that may serve the child.
with

instroom as (
    select
        persoon_id,
        {{ startjaar('schooljaar') }} as startjaar
    from {{ ref('int_antwerpen__feit_instroom') }}
),

zesjarigen as (
    select
        persoon_id,
        hoofdstructuur_code in ('111', '121') as in_kleuter,
        {{ startjaar('schooljaar') }} as startjaar
    from {{ ref('int_antwerpen__feit_loopbaanjaar') }}
    where
        eerste_in_kleuter
        and leeftijd = 6
        and hoofdstructuur_code in ('111', '121', '211', '221')
),

telling as (
    select
        case
            when zesjarigen.startjaar = instroom.startjaar then 'eerste_schooljaar'
            when zesjarigen.startjaar = instroom.startjaar + 1 then 'tweede_schooljaar'
            else 'derde_of_later'
        end as jaren_op_school,
        count(*) as noemer,
        count(*) filter (where zesjarigen.in_kleuter) as teller
    from zesjarigen
    inner join instroom on zesjarigen.persoon_id = instroom.persoon_id
    group by jaren_op_school
)

{{ getoonde_aandelen('telling', ['jaren_op_school']) }}
