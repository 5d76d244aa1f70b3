-- What the early warning model knows of a pupil on 1 February, and how it ended for whom that is
-- known: an early leaver in that school year or the next (vroegsignaal.md). No estimate stands here
-- or in any other table.
with

meetmomenten as (
    select
        *,
        startjaar - geboortejaar as leeftijd
    from {{ ref('int_antwerpen__meetmomenten') }}
    where meetmoment = '01/02'
),

uitslagen as (
    select
        persoon_id,
        startjaar,
        cluster_orienteringsattest
    from {{ ref('int_antwerpen__meetmomenten') }}
    where meetmoment = '30/06'
),

vorderingen as (select * from {{ ref('int_antwerpen__vorderingen') }}),

overstappen as (
    select * from {{ ref('int_antwerpen__overstappen') }}
    where schoolwissel
),

vsv as (
    select
        *,
        {{ startjaar('schooljaar') }} as startjaar
    from {{ ref('int_antwerpen__feit_vsv') }}
),

jaren as (select * from {{ ref('int_antwerpen__schooljaren') }}),

-- The school years of which 11c tells anything.
gekend as (
    select
        min(startjaar) as eerste,
        max(startjaar) as laatste
    from vsv
),

wissels as (
    select
        meetmomenten.persoon_id,
        meetmomenten.startjaar,
        count(*) as aantal
    from meetmomenten
    inner join overstappen
        on
            meetmomenten.persoon_id = overstappen.persoon_id
            and meetmomenten.moment >= overstappen.moment
    group by meetmomenten.persoon_id, meetmomenten.startjaar
),

aangevuld as (
    select
        meetmomenten.*,
        meetmomenten.startjaar >= gekend.eerste
        and meetmomenten.startjaar + 1
        <= least(gekend.laatste, jaren.laatste_voltooide_startjaar) as gesloten,
        vorderingen.zitklasse,
        uitslagen.cluster_orienteringsattest as attest,
        wissels.aantal as schoolwissels,
        vsv.vsv,
        vsv.startjaar as startjaar_vsv,
        meetmomenten.hoofdstructuur_code in ('311', '312', '313', '315')
        and meetmomenten.leeftijd >= 15
        and not coalesce(vsv.startjaar < meetmomenten.startjaar, false) as in_model,
        coalesce(vorderingen.vertragingsklasse, 'onbepaald') as vertragingsklasse
    from meetmomenten
    inner join jaren on meetmomenten.schooljaar = jaren.schooljaar
    left join vorderingen
        on
            meetmomenten.persoon_id = vorderingen.persoon_id
            and meetmomenten.startjaar = vorderingen.startjaar
    left join uitslagen
        on
            meetmomenten.persoon_id = uitslagen.persoon_id
            and meetmomenten.startjaar - 1 = uitslagen.startjaar
    left join wissels
        on
            meetmomenten.persoon_id = wissels.persoon_id
            and meetmomenten.startjaar = wissels.startjaar
    left join vsv on meetmomenten.persoon_id = vsv.persoon_id
    cross join gekend
)

select
    persoon_id,
    schooljaar,
    meetmoment,
    startjaar,
    {{ plaatskolommen('aangevuld') }},
    {{ kenmerkkolommen('aangevuld') }},
    vertragingsklasse,
    coalesce(zitklasse, 'onbepaald') as zitklasse,
    in_model,
    case
        when is_okan then 'okan'
        when hoofdstructuur_code in ('312', '313', '315') then 'deeltijds'
        when hoofdstructuur_code = '311' and graad in (1, 2) then concat('graad_', graad)
        when hoofdstructuur_code = '311' and graad >= 3 then 'graad_3'
        -- Modular: without a graad.
        when hoofdstructuur_code = '311' then 'deeltijds'
        else 'geen_secundair'
    end as leerjaargroep,
    case
        when leeftijd >= 19 then '19_plus'
        else cast(leeftijd as varchar)
    end as leeftijdsklasse,
    case
        when schoolwissels >= 2 then '2_plus'
        else cast(coalesce(schoolwissels, 0) as varchar)
    end as wisselklasse,
    case when attest in ('A', 'B', 'C') then attest else 'geen' end as attest_vorig,
    case
        when is_okan then 'okan'
        when hoofdstructuur_code in ('312', '313', '315') then 'deeltijds'
        when onderwijsvorm = 'BSO' then 'bso'
        when onderwijsvorm in ('ASO', 'TSO', 'KSO') then 'aso_tso_kso'
        else 'eerste_graad'
    end as leerweg,
    -- Known when the school year after it is over, and both are in 11c.
    case
        when gesloten
            then coalesce(vsv and startjaar_vsv between startjaar and startjaar + 1, false)
    end as uitkomst
from aangevuld
