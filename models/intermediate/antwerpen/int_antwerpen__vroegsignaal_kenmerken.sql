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
        coalesce(
            vsv.vsv and vsv.startjaar in (meetmomenten.startjaar, meetmomenten.startjaar + 1),
            false
        ) as vroeg_weg,
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
    aangevuld.persoon_id,
    aangevuld.schooljaar,
    aangevuld.meetmoment,
    aangevuld.startjaar,
    {{ plaatskolommen('aangevuld') }},
    {{ kenmerkkolommen('aangevuld') }},
    aangevuld.vertragingsklasse,
    coalesce(aangevuld.zitklasse, 'onbepaald') as zitklasse,
    aangevuld.in_model,
    case
        when aangevuld.is_okan then 'okan'
        when aangevuld.hoofdstructuur_code in ('312', '313', '315') then 'deeltijds'
        when aangevuld.hoofdstructuur_code = '311' and aangevuld.graad is not null
            then concat('graad_', least(aangevuld.graad, 3))
        -- Modular: without a graad.
        when aangevuld.hoofdstructuur_code = '311' then 'deeltijds'
        else 'geen_secundair'
    end as leerjaargroep,
    case
        when aangevuld.leeftijd >= 19 then '19_plus'
        else cast(aangevuld.leeftijd as varchar)
    end as leeftijdsklasse,
    case
        when aangevuld.schoolwissels >= 2 then '2_plus'
        else cast(coalesce(aangevuld.schoolwissels, 0) as varchar)
    end as wisselklasse,
    case
        when aangevuld.attest in ('A', 'B', 'C') then aangevuld.attest
        else 'geen'
    end as attest_vorig,
    case
        when aangevuld.is_okan then 'okan'
        when aangevuld.hoofdstructuur_code in ('312', '313', '315') then 'deeltijds'
        when aangevuld.onderwijsvorm = 'BSO' then 'bso'
        when aangevuld.onderwijsvorm in ('ASO', 'TSO', 'KSO') then 'aso_tso_kso'
        else 'eerste_graad'
    end as leerweg,
    -- Known when the school year after it is over, and both are in 11c.
    case when aangevuld.gesloten then aangevuld.vroeg_weg end as uitkomst
from aangevuld
