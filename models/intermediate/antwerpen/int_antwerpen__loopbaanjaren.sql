-- Where a person stands on 1 February: the actual year and the rungs of the waterval ladders.
with

meetmomenten as (
    select
        *,
        hoofdstructuur_code[1] = '3' and hoofdstructuur_code != '321' and not is_okan as op_ladder
    from {{ ref('int_antwerpen__meetmomenten') }}
    where meetmoment = '01/02'
),

ladder as (select * from {{ ref('waterval_ladder') }}),

jaren as (select * from {{ ref('int_antwerpen__schooljaren') }}),

stand as (
    select
        persoon_id,
        schooljaar,
        startjaar,
        hoofdstructuur_code,
        startjaar - geboortejaar as leeftijd,
        case
            when
                hoofdstructuur_code = '211' and leerjaar between 1 and 6
                and not is_okan and not is_modulair
                then leerjaar
            when
                hoofdstructuur_code = '311'
                or (hoofdstructuur_code in ('312', '315') and is_duaal and startjaar >= 2016)
                then {{ leerjaar_secundair() }}
        end as leerjaar_loopbaan,
        case
            when op_ladder and hoofdstructuur_code = '312' and not is_duaal then 'DBSO'
            when op_ladder then onderwijsvorm
        end as vorm,
        case when op_ladder then finaliteit end as finaliteit,
        case when op_ladder and graad = 1 then stroom end as stroom
    from meetmomenten
)

select
    stand.persoon_id,
    stand.schooljaar,
    stand.startjaar,
    stand.hoofdstructuur_code,
    stand.leeftijd,
    stand.leerjaar_loopbaan,
    stand.leeftijd - 5 - stand.leerjaar_loopbaan as jaren_vertraging,
    op_vorm.trede as trede_onderwijsvorm,
    op_finaliteit.trede as trede_finaliteit,
    op_stroom.trede as trede_stroom
from stand
inner join jaren on stand.schooljaar = jaren.schooljaar
left join ladder as op_vorm
    on
        op_vorm.ladder = 'onderwijsvorm'
        and stand.vorm = op_vorm.waarde
        and {{ geldt_op('op_vorm', 'jaren.peildatum') }}
left join ladder as op_finaliteit
    on
        op_finaliteit.ladder = 'finaliteit'
        and stand.finaliteit = op_finaliteit.waarde
        and {{ geldt_op('op_finaliteit', 'jaren.peildatum') }}
left join ladder as op_stroom
    on
        op_stroom.ladder = 'stroom'
        and stand.stroom = op_stroom.waarde
        and {{ geldt_op('op_stroom', 'jaren.peildatum') }}
