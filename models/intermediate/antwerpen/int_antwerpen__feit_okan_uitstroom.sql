-- The first main enrolment after the last one in OKAN: whoever goes back to OKAN has not left it.
with

meetmomenten as not materialized (select * from {{ ref('int_antwerpen__meetmomenten') }}),

vorderingen as (select * from {{ ref('int_antwerpen__vorderingen') }}),

laatste_okan as (
    select
        persoon_id,
        max(moment) as moment
    from meetmomenten
    where is_okan
    group by persoon_id
),

aankomst as (
    select
        meetmomenten.persoon_id,
        min(meetmomenten.moment) as moment
    from meetmomenten
    inner join laatste_okan
        on
            meetmomenten.persoon_id = laatste_okan.persoon_id
            and meetmomenten.moment > laatste_okan.moment
    group by meetmomenten.persoon_id
)

select
    meetmomenten.persoon_id,
    meetmomenten.schooljaar,
    'jaar' as meetmoment,
    {{ plaatskolommen('meetmomenten') }},
    {{ kenmerkkolommen('meetmomenten') }},
    coalesce(vorderingen.vertragingsklasse, 'onbepaald') as vertragingsklasse,
    coalesce(vorderingen.zitklasse, 'onbepaald') as zitklasse,
    meetmomenten.hoofdstructuur_code,
    meetmomenten.meetmoment as moment_aankomst,
    case
        when {{ stroom_graad_1('meetmomenten.') }} = 'B' then 'b_stroom'
        when {{ stroom_graad_1('meetmomenten.') }} = 'A' then 'a_stroom'
        when meetmomenten.hoofdstructuur_code in ('312', '313', '315') then 'dbso'
        when meetmomenten.hoofdstructuur_code = '321' then 'buitengewoon'
        when {{ vorm_of_finaliteit('meetmomenten.') }} in ('BSO', 'A') then 'bso'
        when {{ vorm_of_finaliteit('meetmomenten.') }} in ('TSO', 'KSO', 'DU') then 'tso_kso'
        when {{ vorm_of_finaliteit('meetmomenten.') }} in ('ASO', 'DO') then 'aso'
        else 'andere'
    end as vervolg
from aankomst
inner join meetmomenten
    on
        aankomst.persoon_id = meetmomenten.persoon_id
        and aankomst.moment = meetmomenten.moment
left join vorderingen
    on
        meetmomenten.persoon_id = vorderingen.persoon_id
        and meetmomenten.startjaar = vorderingen.startjaar
