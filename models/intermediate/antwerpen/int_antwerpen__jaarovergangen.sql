-- A school year beside the one exactly before it, both on 1 February: zittenblijven (both in 211 or
-- 311 with an actual year) and waterval (the first ladder on which both have a rung).
with

loopbaanjaren as not materialized (select * from {{ ref('int_antwerpen__loopbaanjaren') }}),

paren as (
    select
        nu.*,
        vorig.hoofdstructuur_code as hoofdstructuur_vorig,
        vorig.leerjaar_loopbaan as leerjaar_vorig,
        case
            when nu.trede_onderwijsvorm is not null and vorig.trede_onderwijsvorm is not null
                then 'onderwijsvorm'
            when nu.trede_finaliteit is not null and vorig.trede_finaliteit is not null
                then 'finaliteit'
            when nu.trede_stroom is not null and vorig.trede_stroom is not null
                then 'stroom'
        end as waterval_ladder,
        vorig.trede_onderwijsvorm as vorm_vorig,
        vorig.trede_finaliteit as finaliteit_vorig,
        vorig.trede_stroom as stroom_vorig
    from loopbaanjaren as nu
    left join loopbaanjaren as vorig
        on nu.persoon_id = vorig.persoon_id and nu.startjaar - 1 = vorig.startjaar
)

select
    persoon_id,
    schooljaar,
    startjaar,
    leeftijd,
    hoofdstructuur_code,
    hoofdstructuur_vorig,
    leerjaar_loopbaan,
    jaren_vertraging,
    case
        when hoofdstructuur_code in ('211', '311') and hoofdstructuur_vorig in ('211', '311')
            then leerjaar_loopbaan = leerjaar_vorig
    end as zittenblijver,
    waterval_ladder,
    case waterval_ladder
        when 'onderwijsvorm' then trede_onderwijsvorm
        when 'finaliteit' then trede_finaliteit
        when 'stroom' then trede_stroom
    end as trede,
    case waterval_ladder
        when 'onderwijsvorm' then vorm_vorig
        when 'finaliteit' then finaliteit_vorig
        when 'stroom' then stroom_vorig
    end as trede_vorig
from paren
